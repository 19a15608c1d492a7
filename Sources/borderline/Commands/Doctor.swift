import ArgumentParser
import Rankings
import Settings
import Transfer

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Looks for what is wrong, and says how to mend it.",
        discussion: """
            Checks the configuration, the database, the disk, the clock, the backups, the time-zone data, the templates
            and whether each upstream answers. Changes nothing but what every command does: it makes the data directory.
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try Workplace(options)
        print("ok    configuration: \(workplace.configuration.file ?? "the defaults, no file was found")")
        let signals = await endingSignals()
        let findings = try await interruptible(by: signals) {
            let client = TransferClient(userAgent: workplace.userAgent)
            let findings = await Examination(workplace: workplace, client: client).findings()
            await client.close()
            return findings
        }
        for finding in findings { print(finding.line) }
        if findings.contains(where: { $0.mend != nil }) { throw ExitCode.failure }
    }
}
