import ArgumentParser

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Keeps all that is needed to come back: the database and the key of the pseudonyms.",
        discussion: """
            Without a subcommand it makes a backup, while everything else goes on, and then removes the old ones: kept
            are the newest of 30 days, 12 weeks and 12 months. Where they go is set by backup.folder or backup.bucket.
            """,
        subcommands: [BackupCreate.self, BackupList.self, BackupVerify.self],
        defaultSubcommand: BackupCreate.self)
}
