import ArgumentParser
import Backup
import Rankings

struct BackupCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Makes a backup, and removes those that need not be kept.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try Workplace(options)
        let signals = await endingSignals()
        let report = try await interruptible(by: signals) { try await BackupJob(workplace: workplace).run() }
        let manifest = report.manifest
        print(
            """
            backup \(manifest.name): \(manifest.storedBytes) bytes in \(manifest.parts.count) files, \
            \(manifest.encrypted ? "encrypted" : "not encrypted"), \(report.duration.wholeMilliseconds) ms
            """)
        for name in report.removed { print("removed \(name)") }
    }
}
