import Logging
import Rankings
import Scoring
import ServiceLifecycle
import Storage
import Telemetry
import Timekeeping

/// Opens the lists of boards before their periods begin, so that they are recorded from the first minute.
struct ListService: Service {
    private static let interval = Duration.seconds(60)
    /// How long before its beginning a list is opened.
    private static let ahead = Duration.minutes(10)

    let store: ScoreStore
    let boards: [HouseBoard]
    private let logger = Logger(label: "borderline.scores")

    init(store: ScoreStore, boards: [HouseBoard]) {
        self.store = store
        self.boards = boards
    }

    func run() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                for board in boards { await open(board) }
                do { try await Task.sleep(for: Self.interval) } catch { return }
            }
        }
    }

    private func open(_ board: HouseBoard) async {
        let now = SystemTime().now()
        for instant in [now, now + Self.ahead] {
            do {
                _ = try await store.list(of: board, at: instant)
            } catch is Refusal {
                continue
            } catch {
                logger.warning("list not opened", metadata: .keyed([.board: "\(board.name)", .reason: "\(error)"]))
            }
        }
    }
}
