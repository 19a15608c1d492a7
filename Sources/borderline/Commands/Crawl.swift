import ArgumentParser
import Pipeline
import Rankings

struct Crawl: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crawl",
        abstract: "Reads every board planned for this minute and records it, without forecasts and editions.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let report = try await Composition.run(options, patience: .crawl) { parts in
            try await parts.pipeline.crawl(at: Slot(containing: parts.time.now()))
        }
        for (outcome, count) in report.outcomes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            print("\(outcome.rawValue): \(count)")
        }
        if report.claimedElsewhere > 0 { print("claimed by another process: \(report.claimedElsewhere)") }
        if report.outcomes.isEmpty && report.claimedElsewhere == 0 { print("nothing is planned for this minute") }
        try report.exit()
    }
}
