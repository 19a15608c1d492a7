package import Rankings
package import Recording

/// Records made-up events as a tracker that looks every full hour would have.
package enum SyntheticRecording {
    package static let game = "sim"
    /// The ranks of the top that recordings hold; of the borders they hold all.
    private static let topRanks: Set<Int> = [1, 2, 3, 10, 20, 30, 40, 50, 100]

    /// The boards of the newest finished events before an instant, oldest event first.
    ///
    /// - Parameters:
    ///   - count: at most so many events; fewer where fewer have finished.
    ///   - includesLive: the event that runs at the instant too, with what was seen of it so far.
    package static func boards(
        of world: SyntheticWorld, finished count: Int, before instant: Instant, includesLive: Bool
    ) -> [RecordedBoard] {
        let newest = world.calendar.newestNumber(at: instant)
        let started = (max(newest - count, 1)...max(newest, 1)).compactMap(world.event(numbered:))
        let finished = started.filter { $0.window.ends <= instant }.suffix(count)
        let live = started.filter { includesLive && $0.window.starts <= instant && instant < $0.window.ends }
        return (finished + live).flatMap { event in
            event.boards.filter { event.window(of: $0).starts <= instant }.map { board in
                record(event, board, of: world, until: instant)
            }
        }
    }

    private static func record(
        _ event: GameEvent, _ board: GameBoard, of world: SyntheticWorld, until instant: Instant
    ) -> RecordedBoard {
        let window = event.window(of: board)
        let last = min(window.ends, instant)
        var observations: [RecordedObservation] = []
        var hour = window.starts + .hours(1)
        while hour <= last {
            let top = world.entries(of: event, on: board, at: hour).filter { topRanks.contains($0.rank) }
            let borders = world.borders(of: event, on: board, at: hour).filter { !topRanks.contains($0.rank) }
            observations += (top + borders).map {
                RecordedObservation(rank: $0.rank, at: hour.unixSeconds, score: $0.score)
            }
            hour = hour + .hours(1)
        }
        return RecordedBoard(
            game: game, event: "\(game)-\(event.number)", kind: event.kind, board: board.name, starts: window.starts,
            ends: window.ends, observations: observations.sorted { ($0.rank, $0.at) < ($1.rank, $1.at) })
    }
}
