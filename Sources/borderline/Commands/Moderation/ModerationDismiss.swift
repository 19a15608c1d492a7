import ArgumentParser
import Scoring

struct ModerationDismiss: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss",
        abstract: "Takes a player off the list of what is to be looked at.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var target: ModerationTarget
    @OptionGroup var reason: ModerationReason

    func run() async throws { try await target.moderate(.dismiss, reason, options) }
}
