/// What turns the borders of one minute into those of the next: for each column the positions that differ, each with
/// its new value.
struct BordersPatch: Sendable {
    /// The new number of rows, where it differs.
    private let length: Int64?
    private let rank: [Int64]
    private let score: [Int64]
    private let idle: [Int64]

    /// - Parameter minute: whole minutes since 1970 of the new rows; a score that changes was first seen then, unless
    ///   said.
    init(_ rows: MinuteState.Columns, after: MinuteState.Columns, minute: Int64) {
        let count = rows.rank.count
        length = count == after.rank.count ? nil : Int64(count)
        rank = Self.cells(rows.rank, after: Self.resized(after.rank, to: count))
        let before = Self.resized(after.score, to: count)
        var expected = Self.resized(after.since, to: count)
        var score: [Int64] = []
        for position in rows.score.indices where rows.score[position] != before[position] {
            score += [Int64(position), rows.score[position] - before[position]]
            expected[position] = minute
        }
        self.score = score
        idle = Self.cells(rows.since.map { minute - $0 }, after: expected.map { minute - $0 })
    }

    var isEmpty: Bool { length == nil && rank.isEmpty && score.isEmpty && idle.isEmpty }

    func write(to writer: inout JSONWriter) {
        if let length { writer.field("length", length) }
        writer.columns(["rank": rank, "score": score, "idle": idle])
    }

    /// Position and new value, by turns, where the two differ.
    static func cells(_ values: [Int64], after before: [Int64]) -> [Int64] {
        values.indices.filter { values[$0] != before[$0] }.flatMap { [Int64($0), values[$0]] }
    }

    /// Cut, or filled up with zeros.
    private static func resized(_ values: [Int64], to count: Int) -> [Int64] {
        Array(values.prefix(count)) + Array(repeating: 0, count: max(0, count - values.count))
    }
}
