/// What every session begins with, whatever the server's own settings are.
enum Session {
    /// UTC, and strict: a value that does not fit is an error, never a silent change of it.
    static let setup = """
        SET SESSION time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,\
        ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'
        """

    /// The character set of the connection, both ways.
    static let characterSet = "utf8mb4"
}
