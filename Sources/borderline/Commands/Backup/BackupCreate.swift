import ArgumentParser
import Backup
import Rankings
import Settings
import Timekeeping

struct BackupCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Makes a backup, and removes those that need not be kept.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try Workplace(options)
        let signals = await endingSignals()
        let report = try await OpenStore(workplace).run { store in
            try await interruptible(by: signals) {
                let run = RecordedRun(store: store, time: SystemTime(), logger: workplace.logger)
                return try await run.perform(.backup) {
                    try await BackupJob(workplace: workplace).run()
                } result: {
                    $0.result
                }
            }
        }
        let manifest = report.manifest
        print(
            """
            backup \(manifest.name): \(manifest.storedBytes) bytes in \(manifest.parts.count) files, \
            \(manifest.encrypted ? "encrypted" : "not encrypted"), \(report.duration.wholeMilliseconds) ms
            """)
        for name in report.removed { print("removed \(name)") }
    }
}
