import Rankings
import Scoring
import Storage

/// Somebody who watches a board and is known: is told which entry is theirs, also beyond the best.
struct LiveOwner: Sendable {
    /// How often their place is looked at where anything changed: others overtake them, and no change says so.
    static let interval = Duration.seconds(5)

    let submissions: Submissions
    let board: String
    let user: ScoreUser

    /// What is told to them now.
    func text() async throws -> String {
        guard let player = try await submissions.store.player(of: user.subject) else {
            return try LiveText.me(nil, nil)
        }
        do {
            let list = try await submissions.list(ListQuestion(board: board, limit: 1, around: player))
            return try LiveText.me(player, list)
        } catch let error as APIError where error.code == APIError.unknownPlayer.code {
            return try LiveText.me(player, nil)
        }
    }

    /// Tells them at once and whenever it changes, until the task is cancelled. What cannot be read is tried again.
    func follow(_ live: LiveBoard, watcher: Int) async {
        var (told, seen): (String?, LivePosition?) = (nil, nil)
        while !Task.isCancelled {
            let head = await live.head
            if told == nil || head != seen {
                do {
                    let text = try await text()
                    if text != told { await live.tell(text, to: watcher) }
                    (told, seen) = (text, head)
                } catch {
                    // The board itself says in the log that the database is away.
                    seen = nil
                }
            }
            do { try await Task.sleep(for: Self.interval) } catch { return }
        }
    }
}
