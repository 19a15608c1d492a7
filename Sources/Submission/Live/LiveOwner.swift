import Rankings
import Scoring
import Storage

/// Somebody who watches a board and is known: is told which entry is theirs, also beyond the best.
struct LiveOwner: Sendable {
    /// How often their place is looked at where anything changed: others overtake them, and no change says so.
    static let interval = Duration.seconds(5)

    /// What they are told.
    struct Own: Hashable, Sendable {
        /// Nil where nothing was ever accepted of them.
        let player: Pseudonym?
        /// Nil where they are not on the list, as whoever is hidden or banned is not.
        let entry: ListEntry?
    }

    let submissions: Submissions
    let board: String
    let user: ScoreUser

    /// What there is to tell now, and of which change it is; nil where no entry is told.
    func look() async throws -> (own: Own, position: LivePosition?) {
        guard let player = try await submissions.store.player(of: user.subject) else {
            return (Own(player: nil, entry: nil), nil)
        }
        let list: ScoreList
        do {
            list = try await submissions.store.list(of: submissions.board(named: board), at: submissions.now())
        } catch is Refusal {
            return (Own(player: player, entry: nil), nil)
        }
        // Past the answers that are kept for a second: one from before a change would be told as if it came after.
        guard let found = try await submissions.store.around(player, on: list, limit: 1) else {
            return (Own(player: player, entry: nil), nil)
        }
        return (
            Own(player: player, entry: found.entries.first),
            LivePosition(period: list.period, change: found.change)
        )
    }

    /// Tells them at once and whenever it changes, until the task is cancelled. What cannot be read is tried again.
    func follow(_ live: LiveBoard, watcher: Int) async {
        var (told, seen): (Own?, LivePosition?) = (nil, nil)
        while !Task.isCancelled {
            let head = await live.head
            if told == nil || head != seen {
                do {
                    let (own, position) = try await look()
                    if own != told { await live.tell(try LiveText.me(own, change: position?.change), to: watcher) }
                    // Where it is not of the change that all were told last it is looked at again.
                    (told, seen) = (own, position ?? head)
                } catch {
                    // The board itself says in the log that the database is away.
                    seen = nil
                }
            }
            do { try await Task.sleep(for: Self.interval) } catch { return }
        }
    }
}
