import ArgumentParser
import Rankings
import Storage

struct ForecastVersions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "versions",
        abstract: "Lists the versions of the model that were fitted, newest first.",
        discussion: """
            Scores are weighted interval scores in millionths of a final score, less is better, on the events that had
            no part in the fit: of the version, and of the one that was in use then. 0 is what the program ships with.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: TableOptions

    func run() async throws {
        let (models, inUse) = try await Composition.run(options) { parts in
            (try await parts.store.models(), try await parts.store.promotedModels().first ?? 0)
        }
        var table = Table(
            columns: ["version", "in use", "fitted", "events", "score", "score in use", "factors"], as: output.format)
        for model in models {
            table.add([
                .integer(model.number), .flag(model.number == inUse), .instant(model.fittedAt), .integer(model.events),
                .integer(model.score), .integer(model.scoreInUse), .text(model.factors),
            ])
        }
        table.add([.integer(0), .flag(inUse == 0), .none, .none, .none, .none, .text("standard")])
        table.finish()
    }
}
