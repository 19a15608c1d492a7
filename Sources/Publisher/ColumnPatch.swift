/// What turns the rows of one minute into those of the next: for each column the positions that differ, each with its
/// new value.
struct ColumnPatch: Sendable {
    /// The new number of rows, where it differs.
    private let length: Int64?
    private let rank: [Int64]
    private let player: [Int64]
    private let score: [Int64]
    private let since: [Int64]

    /// - Parameters:
    ///   - minute: whole minutes since 1970 of the new rows; a score that changes was first seen then, unless said.
    ///   - index: the place of each player in the pack's list.
    init(_ rows: MinuteState.Columns, after: MinuteState.Columns, minute: Int64, index: [String: Int64]) {
        let before = Self.resized(after, to: rows.rank.count, hasPlayers: !rows.player.isEmpty)
        length = rows.rank.count == after.rank.count ? nil : Int64(rows.rank.count)
        rank = Self.cells(rows.rank, before.rank)
        player = Self.cells(
            rows.player.map { index[$0] ?? Self.nobody }, before.player.map { index[$0] ?? Self.nobody })
        var scores: [Int64] = []
        var expected = before.since
        for position in rows.score.indices where rows.score[position] != before.score[position] {
            scores += [Int64(position), rows.score[position] - before.score[position]]
            expected[position] = minute
        }
        score = scores
        since = Self.cells(rows.since.map { minute - $0 }, expected.map { minute - $0 })
    }

    var isEmpty: Bool { length == nil && rank.isEmpty && player.isEmpty && score.isEmpty && since.isEmpty }

    func write(to writer: inout JSONWriter) {
        if let length { writer.field("length", length) }
        for (name, cells) in [("rank", rank), ("player", player), ("score", score), ("idle", since)]
        where !cells.isEmpty {
            writer.column(name, cells.map { $0 })
        }
    }

    /// A position that had no player before.
    private static let nobody: Int64 = -1

    /// Position and new value, by turns, where the two differ.
    private static func cells(_ values: [Int64], _ before: [Int64]) -> [Int64] {
        values.indices.filter { values[$0] != before[$0] }.flatMap { [Int64($0), values[$0]] }
    }

    /// The rows cut, or filled up with zeros and nobody.
    private static func resized(_ rows: MinuteState.Columns, to count: Int, hasPlayers: Bool) -> MinuteState.Columns {
        func fill<Value>(_ values: [Value], _ value: Value) -> [Value] {
            Array(values.prefix(count)) + Array(repeating: value, count: max(0, count - values.count))
        }
        return MinuteState.Columns(
            rank: fill(rows.rank, 0), player: hasPlayers ? fill(rows.player, "") : [], score: fill(rows.score, 0),
            since: fill(rows.since, 0))
    }
}
