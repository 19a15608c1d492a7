/// What a backup of Borderline consists of: its streams by name.
enum BackupStreams {
    /// The database, as `mariadb-dump` writes it.
    static let database = "database.sql"
    /// The file of the data directory.
    static let pseudonymKey = "pseudonym.key"
}
