import ArgumentParser
import Pipeline
import Rankings
import Settings

struct Tick: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tick",
        abstract: "Does one minute of everything: crawls, records, forecasts and publishes what is due.",
        discussion: "This is what cron runs each minute. Several may run on one database: each slot is claimed there.")

    @OptionGroup var options: GlobalOptions

    /// How long a bucket and caches are told of what is published: the next minute goes on with the rest.
    private static let sinkLimit = Duration.seconds(40)

    func run() async throws {
        let report = try await Composition.run(options, isUrgent: true, patience: .crawl) { parts in
            let slot = Slot(containing: parts.time.now())
            let report = try await RecordedRun(parts).perform(.tick, planned: slot.start) {
                try await TickJob(parts: parts).run(at: slot)
            } result: {
                $0.result
            }
            try await Sinks(parts).catchUp(within: Self.sinkLimit)
            return report
        }
        try report.exit()
    }
}
