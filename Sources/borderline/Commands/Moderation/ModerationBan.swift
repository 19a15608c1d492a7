import ArgumentParser
import Scoring

struct ModerationBan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ban",
        abstract: "Hides a player everywhere, and refuses what they do.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var target: ModerationTarget
    @OptionGroup var reason: ModerationReason

    func run() async throws { try await target.moderate(.ban, reason, options) }
}
