import ArgumentParser
import Backup

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Brings the database and the key of the pseudonyms back from a backup.",
        discussion: """
            Into an empty database; the newest backup, where none is named. The whole backup is checked before anything
            is touched. Stop Borderline first. One that was interrupted is begun again.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The backup, e.g. 20261121T024947Z.")
    var name: BackupName?

    @Flag(help: "Put it in the place of what is there: the database's contents are lost, another key is kept aside.")
    var replace = false

    func run() async throws {
        let workplace = try Workplace(options)
        let signals = await endingSignals()
        let manifest = try await interruptible(by: signals) {
            try await RestoreJob(workplace: workplace, name: name, replaces: replace).run()
        }
        print("restored \(manifest.name); `borderline doctor` says whether all is well")
    }
}
