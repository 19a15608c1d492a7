import ArgumentParser
import Rankings
import SimulatedGame
import Timekeeping

/// `epoch`: works out the epoch of a world in which an event is under way.
struct EpochCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "epoch",
        abstract: "Print the --epoch of a world in which so many events are over and one is under way.",
        discussion: "Keep what it prints: with the same epoch the same world goes on tomorrow.")

    @Option(help: "How many events are over.")
    var finished: Int = 5

    @Option(help: "For how long the next one has been running, e.g. 5d7h; less than 8 days.")
    var liveFor: String = "5d7h"

    @Option(
        help: "The instant this is to be true at, ISO 8601 with a zone (default: now).", transform: Arguments.instant)
    var at: Instant?

    func validate() throws {
        guard (0..<100).contains(finished) else { throw ValidationError("--finished must be 0 to 99.") }
    }

    func run() throws {
        let calendar = try SyntheticCalendar(
            finished: finished, liveFor: SpanText.duration(liveFor), at: at ?? SystemTime().now())
        print(calendar.epoch)
    }
}
