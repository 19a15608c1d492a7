import ArgumentParser
import Rankings
import Storage

struct Runs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs",
        abstract: "Lists the runs of the jobs, newest first: when each was due, how late it was, how it ended.",
        discussion: "Runs that were due more than some weeks ago are removed by `history prune`.")

    /// The most rows that are shown at once.
    private static let most = 100_000

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: TableOptions

    @Argument(help: "The job, e.g. tick; without it those of all.")
    var job: String?

    @Option(help: "How many to show.")
    var limit = 50

    func validate() throws {
        guard (1...Self.most).contains(limit) else { throw ValidationError("--limit takes 1 to \(Self.most)") }
    }

    func run() async throws {
        let runs = try await Composition.run(options, isUrgent: true) { parts in
            try await parts.store.runs(of: job, limit: limit)
        }
        var table = Table(
            columns: ["job", "planned", "started", "ended", "lag_ms", "outcome", "attempts", "detail"],
            as: output.format)
        for run in runs {
            table.add([
                .text(run.job), .instant(run.planned), .instant(run.started), .text(run.ended?.description),
                .integer(run.lag.wholeMilliseconds), .text(run.outcome?.rawValue), .integer(run.attempts),
                .text(run.detail),
            ])
        }
        table.finish()
    }
}
