import MariaDB
import Rankings
import Scoring

/// A row of a list as the table has it.
struct FoundEntry: Sendable {
    let key: Int64
    let reached: Int64
    let score: Int64
    let changed: Instant
    let player: Pseudonym
    let name: String
    let avatar: String?

    /// Columns sort_key, reached, score, changed_ms, player, and `ScoreStore.shownColumns`.
    init(row: borrowing MariaDB.Row) throws(DatabaseError) {
        key = try row.int64(0)
        reached = try row.int64(1)
        score = try row.int64(2)
        changed = Instant(unixMilliseconds: try row.int64(3))
        player = Pseudonym(value: try row.uint64(4))
        name = try row.text(5)
        avatar = try row.textOrNil(6)
    }

    func listed(at place: Int) -> ListEntry {
        ListEntry(place: place, player: player, name: name, avatar: avatar, score: score, changed: changed)
    }
}
