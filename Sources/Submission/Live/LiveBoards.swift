package import Logging
package import Rankings
package import Scoring
package import Storage

/// All boards as those who watch them are told of them.
package struct LiveBoards: Sendable {
    /// How long a change waits at most until everybody is told of it.
    private static let interval = Duration.milliseconds(100)
    /// The same while they cannot be read.
    private static let failingInterval = Duration.seconds(1)
    /// Proxies close what says nothing for a minute.
    private static let beatInterval = Duration.seconds(15)

    private let boards: [String: LiveBoard]
    private let logger: Logger

    package init(
        boards: [HouseBoard], store: ScoreStore, logger: Logger, now: @escaping @Sendable () -> Instant,
        elapsed: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.boards = Dictionary(
            uniqueKeysWithValues: boards.map { board in
                (board.name, LiveBoard(board: board, store: store, now: now, elapsed: elapsed))
            })
        self.logger = logger
    }

    /// Nil where there is none of this name.
    subscript(name: String) -> LiveBoard? { boards[name] }

    /// Tells what has changed until the task is cancelled; then ends all streams.
    package func run() async {
        await withTaskGroup { group in
            for (name, board) in boards { group.addTask { await follow(board, name) } }
            // Beside it: streams are heard of while the database does not answer.
            group.addTask { await beat() }
        }
        for board in boards.values { await board.close() }
    }

    /// One that cannot be read holds no other back, and is said once.
    private func follow(_ board: LiveBoard, _ name: String) async {
        var isFailing = false
        while true {
            do {
                try await board.tell()
                if isFailing { logger.notice("changes are read again", metadata: ["board": "\(name)"]) }
                isFailing = false
            } catch is CancellationError {
                return
            } catch {
                if !isFailing {
                    logger.warning("changes not read", metadata: ["board": "\(name)", "reason": "\(error)"])
                }
                isFailing = true
            }
            do { try await Task.sleep(for: isFailing ? Self.failingInterval : Self.interval) } catch { return }
        }
    }

    private func beat() async {
        while true {
            do { try await Task.sleep(for: Self.beatInterval) } catch { return }
            for board in boards.values { await board.beat() }
        }
    }
}
