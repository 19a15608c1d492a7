import ArgumentParser
import Foundation
import Storage

/// Who moderates, and why.
struct ModerationReason: ParsableArguments {
    @Option(help: "Why: kept with what was done.")
    var reason: String

    @Option(help: ArgumentHelp("Who does it; without it whoever is logged in.", valueName: "name"))
    var by: String?

    /// `sudo` says who asked for it.
    var actor: String { by ?? ProcessInfo.processInfo.environment["SUDO_USER"] ?? NSUserName() }

    func validate() throws {
        let reasons = 1...ModerationOrder.longestReason
        if !reasons.contains(reason.unicodeScalars.count) {
            throw ValidationError("--reason has 1 to \(ModerationOrder.longestReason) characters")
        }
        if !(1...ModerationOrder.longestActor).contains(actor.unicodeScalars.count) {
            throw ValidationError("--by has 1 to \(ModerationOrder.longestActor) characters")
        }
    }
}
