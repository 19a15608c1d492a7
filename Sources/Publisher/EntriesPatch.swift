/// What turns the entries of one minute into those of the next. Scores belong to players, and the order follows from
/// the scores: only where it does not, it is said.
struct EntriesPatch: Sendable {
    /// Players who left.
    private let gone: [Int64]
    /// Player and points added, by turns.
    private let score: [Int64]
    /// Position and player, by turns.
    private let order: [Int64]
    /// Position and rank, by turns.
    private let rank: [Int64]
    /// Player and idle minutes, by turns.
    private let idle: [Int64]

    /// - Parameters:
    ///   - minute: whole minutes since 1970 of the new rows; a score that changes was first seen then, unless said.
    ///   - index: the place of each player in the pack's list.
    init(_ rows: MinuteState.Columns, after: MinuteState.Columns, minute: Int64, index: [String: Int64]) {
        let players = rows.player.map { index[$0] ?? Self.nobody }
        let before = after.player.map { index[$0] ?? Self.nobody }
        let present = Set(players)
        gone = before.filter { !present.contains($0) }
        let known = Dictionary(zip(before, zip(after.score, after.since))) { first, _ in first }

        var score: [Int64] = []
        var idle: [Int64] = []
        var joined: [Int64] = []
        for (player, (new, since)) in zip(players, zip(rows.score, rows.since)) {
            let old = known[player]
            if old == nil { joined.append(player) }
            if new != old?.0 { score += [player, new - (old?.0 ?? 0)] }
            if since != (new == old?.0 ? old?.1 : minute) { idle += [player, minute - since] }
        }
        self.score = score
        self.idle = idle

        var expected = before.filter(present.contains) + joined
        if !score.isEmpty {
            let scores = Dictionary(zip(players, rows.score)) { first, _ in first }
            expected = Self.byScore(expected, scores)
        }
        order = BordersPatch.cells(players, after: expected)
        rank = BordersPatch.cells(
            rows.rank,
            after: rows.rank.indices.map { $0 < after.rank.count ? after.rank[$0] : Int64($0 + 1) })
    }

    var isEmpty: Bool { [gone, score, order, rank, idle].allSatisfy(\.isEmpty) }

    func write(to writer: inout JSONWriter) {
        writer.columns(["gone": gone, "score": score, "order": order, "rank": rank, "idle": idle])
    }

    /// A player the pack does not list; there is none.
    private static let nobody: Int64 = -1

    /// The highest first; those of one score as they were.
    private static func byScore(_ players: [Int64], _ scores: [Int64: Int64]) -> [Int64] {
        players.enumerated().sorted { first, second in
            let (one, other) = (scores[first.element] ?? 0, scores[second.element] ?? 0)
            return one == other ? first.offset < second.offset : one > other
        }.map(\.element)
    }
}
