import ArgumentParser
import Storage

struct ForecastRollback: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Uses the version of the model again that was in use before.",
        discussion: "Called again it goes one further back, to what the program ships with.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let version = try await Composition.run(options) { parts in try await parts.store.rollBackModel() }
        guard let version else {
            throw CommandError("what the program ships with is in use, and there is nothing to go back to")
        }
        print("forecasts are made by version \(version) again")
    }
}
