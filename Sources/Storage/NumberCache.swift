import Rankings
import Synchronization

/// The store's numbers for players, names and boards, remembered. What was
/// removed from these tables since is noticed when a reading is recorded, which holds what it refers to.
final class NumberCache: Sendable {
    /// Entries of one kind before all are forgotten: about 50 MB, far above what live boards show.
    private static let limit = 200_000

    struct Tables {
        var players: [PlayerKey: Int64] = [:]
        var pseudonyms: [Int64: Pseudonym] = [:]
        var names: [NameBytes: Int64] = [:]
        var texts: [Int64: String] = [:]
        /// Numbers of players who are known to be forgotten; others may be, too.
        var forgotten: Set<Int64> = []
        var boards: [BoardID: StoredBoard] = [:]
    }

    struct PlayerKey: Hashable {
        let game: Int
        let player: PlayerID
    }

    private let tables = Mutex(Tables())

    func read<Result: Sendable>(_ body: (Tables) -> Result) -> Result {
        tables.withLock { body($0) }
    }

    func update(_ body: (inout Tables) -> Void) {
        tables.withLock { tables in
            body(&tables)
            let largest = max(tables.players.count, tables.pseudonyms.count, tables.names.count, tables.texts.count)
            if largest > Self.limit { tables = Tables(boards: tables.boards) }
        }
    }
}
