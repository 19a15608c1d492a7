import ArgumentParser
import Pipeline
import Rankings

struct Tick: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tick",
        abstract: "Does one minute of everything: crawls, records, forecasts and publishes what is due.",
        discussion: "This is what cron runs each minute. Several may run on one database: each slot is claimed there.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let report = try await Composition.run(options, isUrgent: true) { parts in
            try await TickJob(parts: parts).run(at: Slot(containing: parts.time.now()))
        }
        try report.exit()
    }
}
