import ArgumentParser
import Scoring

struct ModerationHide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hide",
        abstract: "Takes a player off lists: their actions go on to count, and nobody sees them.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var target: ModerationTarget
    @OptionGroup var reason: ModerationReason

    func run() async throws { try await target.moderate(.hide, reason, options) }
}
