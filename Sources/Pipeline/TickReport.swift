package import Rankings

/// What a tick did, counted over boards.
package struct TickReport: Hashable, Sendable {
    /// Boards by the outcome their slot got.
    package var outcomes: [Outcome: Int] = [:]
    /// Boards whose slot another process holds or has concluded.
    package var claimedElsewhere = 0
    /// Boards that could not be recorded, forecast or published, and the front page where it could not be.
    package var failed = 0
    package var forecasts = 0
    package var editions = 0
    /// Games whose list of events could not be read.
    package var unlistedGames = 0

    package init() {}

    /// Counts what another part of the tick did as well.
    package mutating func add(_ other: TickReport) {
        outcomes.merge(other.outcomes, uniquingKeysWith: +)
        claimedElsewhere += other.claimedElsewhere
        failed += other.failed
        forecasts += other.forecasts
        editions += other.editions
        unlistedGames += other.unlistedGames
    }

    /// How the tick went as a whole.
    package enum Verdict: Hashable, Sendable {
        case done
        /// Some boards failed, others did not.
        case partly
        /// Nothing could be done now: the upstream is down, or another process holds all slots.
        case tryLater
    }

    package var verdict: Verdict {
        let seen = outcomes.reduce(0) { $0 + ($1.key.isSeen ? $1.value : 0) }
        let unseen = outcomes.values.reduce(0, +) - seen
        let bad = unseen + failed + outcomes[.partial, default: 0] + unlistedGames
        if bad == 0 { return seen == 0 && claimedElsewhere > 0 ? .tryLater : .done }
        return seen == 0 && failed == 0 ? .tryLater : .partly
    }
}
