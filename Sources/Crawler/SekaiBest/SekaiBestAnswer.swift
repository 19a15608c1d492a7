import Rankings

/// The rankings in an answer of api.sekai.best. Rows of another event, of an older time and lists within the list occur
/// and are left out.
struct SekaiBestAnswer: Decodable {
    struct Content: Decodable {
        let eventRankings: [Element]
    }

    struct Row: Decodable {
        let eventId: Int
        let timestamp: UpstreamInstant
        let rank: Int
        let score: Int64
        let userId: UpstreamNumber?
        let userName: String?
    }

    /// An element of the list: a row, or a list where a row belongs.
    enum Element: Decodable {
        case row(Row)
        case list

        init(from decoder: any Decoder) throws {
            if (try? decoder.unkeyedContainer()) != nil {  // nil means: no list
                self = .list
            } else {
                self = .row(try Row(from: decoder))
            }
        }
    }

    /// The last rank that is shown with its player; it is a border, too, as in the game.
    private static let lastEntry = 100

    let data: Content

    func boards(of event: Event) throws(UpstreamError) -> [BoardID: ShownBoard] {
        var dropped: [String: Int] = [:]
        var newest: [Int: Row] = [:]
        var others: Set<Int> = []
        for element in data.eventRankings {
            guard case .row(let row) = element else {
                dropped["a list within the list", default: 0] += 1
                continue
            }
            guard String(row.eventId) == event.upstreamID else {
                others.insert(row.eventId)
                dropped["of another event", default: 0] += 1
                continue
            }
            guard let known = newest[row.rank] else {
                newest[row.rank] = row
                continue
            }
            dropped["of a rank shown twice: the newer counts", default: 0] += 1
            if known.timestamp.instant < row.timestamp.instant { newest[row.rank] = row }
        }
        if newest.isEmpty, let other = others.min() {
            throw .anotherEvent(expected: event.upstreamID, found: String(other))
        }
        let rows = newest.values.sorted { $0.rank < $1.rank }
        guard let shownAt = rows.map(\.timestamp.instant).max() else { return [:] }
        let borders = rows.filter { $0.rank >= Self.lastEntry }.map { Border(rank: $0.rank, score: $0.score) }
        let entries = try entries(of: rows.filter { $0.rank <= Self.lastEntry })
        return [
            BoardID(event: event.id, name: "main"): ShownBoard(
                entries: entries, borders: borders.isEmpty ? nil : borders, shownAt: shownAt, dropped: dropped)
        ]
    }

    private func entries(of rows: [Row]) throws(UpstreamError) -> [Entry]? {
        var entries: [Entry] = []
        for row in rows {
            guard let id = row.userId else { throw .malformed("rank \(row.rank) lacks userId") }
            entries.append(
                try Entry(
                    rank: row.rank, id: id.text, name: row.userName, score: row.score,
                    place: "userId of rank \(row.rank)"))
        }
        return entries.isEmpty ? nil : entries
    }
}
