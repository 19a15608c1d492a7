import ArgumentParser
import Pipeline
import Rankings
import Settings

struct ForecastMake: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Makes the forecasts that are due, and keeps them.",
        discussion: "The next edition of each board shows its newest forecast.")

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Also where the newest forecast is still fresh.")
    var all = false

    func run() async throws {
        let made = try await Composition.run(options) { parts in
            try await RecordedRun(parts).perform(.forecast) {
                try await parts.pipeline.forecastAll(at: Slot(containing: parts.time.now()), isForced: all)
            } result: {
                .made($0, "forecasts")
            }
        }
        print("forecasts made: \(made)")
    }
}
