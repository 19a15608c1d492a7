package import Rankings

/// What a simulated game server has to show: a pure function of the instant.
package protocol GameWorld: Sendable {
    /// The events the master list names at the instant, by number.
    func events(at instant: Instant) -> [GameEvent]

    /// The event of the number, whether it has started or not; nil where there is none.
    func event(numbered number: Int) -> GameEvent?

    /// The top of a board by rank, at most 100 rows; ranks nobody has reached or that were not recorded are missing.
    func entries(of event: GameEvent, on board: GameBoard, at instant: Instant) -> [RankedPlayer]

    /// The rows at the ranks the border list shows, by rank, rank 100 included; ranks nobody has reached are missing.
    func borders(of event: GameEvent, on board: GameBoard, at instant: Instant) -> [RankedPlayer]
}
