import ArgumentParser
import Scoring

struct ModerationUnban: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unban",
        abstract: "Lets a banned player play again, with their scores.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var target: ModerationTarget
    @OptionGroup var reason: ModerationReason

    func run() async throws { try await target.moderate(.unban, reason, options) }
}
