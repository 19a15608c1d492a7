import ArgumentParser
import Rankings
import Storage

struct ForecastPromote: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "promote",
        abstract: "Uses a version of the model from now on.",
        discussion: "Forecasts that were made stay as they are.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The number that `forecast versions` lists; 0 is what the program ships with.")
    var version: Int

    func run() async throws {
        try await Composition.run(options) { parts in
            let known = try await parts.store.models().map(\.number)
            guard version == 0 || known.contains(version) else {
                throw CommandError("there is no version \(version): `borderline forecast versions` lists them")
            }
            try await parts.store.promoteModel(version, now: parts.time.now())
        }
        print("forecasts are made by version \(version) from now on")
    }
}
