import ArgumentParser
import Dumps
import Rankings
import Settings

struct Dump: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump",
        abstract: "Writes events as tables for analysts, with an index of them.",
        discussion: """
            Without arguments: the events that have closed and have no last dump yet. What is written lies in `dumps` of
            the output folder; `history import` reads it into another database.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The events, e.g. sekai-jp-210.")
    var events: [String] = []

    @Flag(help: "Those that still run, too.")
    var live = false

    @Flag(help: "All there are, again.")
    var all = false

    func validate() throws {
        if [live, all, !events.isEmpty].count(where: { $0 }) > 1 {
            throw ValidationError("give events, --live or --all")
        }
    }

    func run() async throws {
        let selection: DumpJob.Selection =
            if !events.isEmpty {
                .named(events.map(EventID.init(rawValue:)))
            } else if all {
                .all
            } else {
                live ? .live : .closed
            }
        let report = try await Composition.run(options) { parts in
            try await RecordedRun(parts).perform(selection.command) {
                try await DumpJob(parts).run(selection)
            } result: {
                $0.result
            }
        }
        for made in report.made {
            print(
                """
                \(made.event): \(made.summary.name), \(made.summary.bytes) bytes, \(made.summary.observations) \
                observations, \(made.duration.wholeMilliseconds) ms
                """)
        }
        if report.failed > 0 { throw report.made.isEmpty ? ExitCode.failure : ExitCode.partly }
    }
}

extension DumpJob.Selection {
    /// The job that makes these; nil where a person chose them.
    fileprivate var command: JobSettings.Command? {
        switch self {
        case .closed: .dump
        case .live: .dumpLive
        default: nil
        }
    }
}
