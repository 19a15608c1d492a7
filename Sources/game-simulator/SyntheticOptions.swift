import ArgumentParser
import Rankings
import SimulatedGame

/// Which invented world is meant.
struct SyntheticOptions: ParsableArguments {
    @Option(help: "The number the invented world is made from.")
    var seed: UInt64 = 1

    @Option(
        help: "When invented event number 1 starts: a full hour, ISO 8601 with a zone. See the epoch command.",
        transform: Arguments.instant)
    var epoch: Instant = SyntheticOptions.defaultEpoch

    /// 15:00 in the game's home, when real events start.
    private static let defaultEpoch = Instant(unixSeconds: 1_767_247_200)

    /// - Parameter number: from 1; each world has a seed of its own.
    func world(_ number: Int = 1) throws -> SyntheticWorld {
        SyntheticWorld(calendar: try SyntheticCalendar(epoch: epoch), seed: seed &+ UInt64(number - 1))
    }
}
