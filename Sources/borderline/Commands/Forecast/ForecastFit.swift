import ArgumentParser
import Pipeline
import Rankings
import Settings

struct ForecastFit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fit",
        abstract: "Fits the model to the finished events, and uses what it finds where that is better.",
        discussion: """
            Factors are chosen on the older events and judged on the newest third, all walk-forward. Every version that
            is found is kept with its score.
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let report = try await Composition.run(options) { parts in
            try await RecordedRun(parts).perform(.fit) {
                try await parts.pipeline.fitModel(now: parts.time.now())
            } result: {
                $0.result
            }
        }
        print(report.words)
    }
}
