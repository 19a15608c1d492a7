import ArgumentParser
import Scoring

struct ModerationRename: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: "Shows another name of a player, whatever they call themselves, and no picture.",
        discussion: "Without --name the player is called again what they call themselves.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var target: ModerationTarget
    @OptionGroup var reason: ModerationReason

    @Option(help: "What is shown.")
    var name: String?

    func validate() throws {
        if target.board != nil { throw ValidationError("a name is the same on all boards: leave --board out") }
        if let name, !(1...ScoreUser.longestName).contains(name.unicodeScalars.count) {
            throw ValidationError("--name has 1 to \(ScoreUser.longestName) characters")
        }
    }

    func run() async throws { try await target.moderate(.rename, name: name, reason, options) }
}
