import ArgumentParser
import Scoring

struct ModerationRestore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Brings a hidden player back, with the score they have by now.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var target: ModerationTarget
    @OptionGroup var reason: ModerationReason

    func run() async throws { try await target.moderate(.restore, reason, options) }
}
