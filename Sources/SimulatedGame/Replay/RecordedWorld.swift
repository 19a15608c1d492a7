package import Rankings
package import Recording

/// Shows recorded events as the game server showed them: ranks up to 100 as players made up for the ranks, the others
/// as borders.
package struct RecordedWorld: GameWorld {
    private static let topRanks = 1...100

    private struct RecordedEvent {
        let event: GameEvent
        /// By board name, then by rank.
        let courses: [String: [RecordedCourse]]
    }

    private let recorded: [RecordedEvent]

    /// - Throws: `unshowableEvent` where an event's name has no number, two have the same, one lacks its main board,
    ///   or has a board that is no chapter.
    package init(boards: [RecordedBoard], interval: SlotInterval) throws(SimulatedGameError) {
        var recorded: [RecordedEvent] = []
        for group in Self.grouped(boards) {
            let event = try RecordedCalendar.event(of: group)
            guard !recorded.contains(where: { $0.event.number == event.number }) else {
                throw SimulatedGameError(
                    .unshowableEvent, item: "event \(group[0].event)",
                    problem: "another one has the number \(event.number) too; replay them apart")
            }
            let courses = group.map { ($0.board, Self.courses($0.observations, interval: interval)) }
            let byName = Dictionary(courses) { first, _ in first }
            recorded.append(RecordedEvent(event: event, courses: byName))
        }
        self.recorded = recorded.sorted { $0.event.number < $1.event.number }
    }

    /// The start of the earliest event; nil where there is none.
    package var firstStart: Instant? { recorded.map(\.event.window.starts).min() }

    package func events(at instant: Instant) -> [GameEvent] { recorded.map(\.event) }

    package func event(numbered number: Int) -> GameEvent? {
        recorded.first { $0.event.number == number }?.event
    }

    package func entries(of event: GameEvent, on board: GameBoard, at instant: Instant) -> [RankedPlayer] {
        rows(of: event, on: board, at: instant) { Self.topRanks.contains($0) }
    }

    package func borders(of event: GameEvent, on board: GameBoard, at instant: Instant) -> [RankedPlayer] {
        rows(of: event, on: board, at: instant) { $0 >= Self.topRanks.upperBound }
    }

    private func rows(
        of event: GameEvent, on board: GameBoard, at instant: Instant, isWanted: (Int) -> Bool
    ) -> [RankedPlayer] {
        let courses = recorded.first { $0.event.number == event.number }?.courses[board.name] ?? []
        return courses.compactMap { course in
            guard isWanted(course.rank), let score = course.score(at: instant) else { return nil }
            let identity = StableHash.of(UInt64(event.number), UInt64(board.number), UInt64(course.rank))
            return RankedPlayer(
                rank: course.rank, player: GamePlayer(identity: identity), name: PlayerNames.name(for: identity),
                score: score)
        }
    }

    private static func grouped(_ boards: [RecordedBoard]) -> [[RecordedBoard]] {
        var order: [String] = []
        for board in boards where !order.contains(board.event) { order.append(board.event) }
        return order.map { name in boards.filter { $0.event == name } }
    }

    private static func courses(_ observations: [RecordedObservation], interval: SlotInterval) -> [RecordedCourse] {
        Dictionary(grouping: observations, by: \.rank).sorted { $0.key < $1.key }.map { rank, observations in
            RecordedCourse(rank: rank, observations: observations, interval: interval)
        }
    }
}
