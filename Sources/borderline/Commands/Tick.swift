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

    func run() async throws {
        let report = try await Composition.run(options, isUrgent: true, patience: .crawl) { parts in
            let slot = Slot(containing: parts.time.now())
            return try await RecordedRun(parts).perform(.tick, planned: slot.start) {
                try await TickJob(parts: parts).run(at: slot)
            } result: {
                $0.result
            }
        }
        try report.exit()
    }
}
