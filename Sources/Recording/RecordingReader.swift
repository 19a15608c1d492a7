import Rankings

/// Reads the tables `events.csv` and `borders.csv`: plain comma-separated values without quotes, with a header.
package enum RecordingReader {
    static let eventColumns = ["game", "event", "kind", "board", "starts_at", "ends_at"]
    static let borderColumns = ["game", "event", "board", "rank", "at", "score"]
    /// Ends and starts beyond the year 9999 are refused, so that no arithmetic on instants can overflow.
    private static let lastSecond: Int64 = 253_402_300_799

    /// The boards of the named events, in the order of the names, `main` boards as they come among the others; of all
    /// events in the order of the file where `names` is nil.
    ///
    /// - Throws: `malformedFile` with the line; `unknownEvent` with the events there are.
    package static func boards(
        ofEvents names: [String]?, events: [UInt8], borders: [UInt8]
    ) throws(RecordingError) -> [RecordedBoard] {
        let rows = try rows(of: events, file: "events.csv", columns: eventColumns, keeping: nil)
        let known = Set(rows.map { $0.fields[1] })
        let names = names ?? Self.inOrder(rows.map { $0.fields[1] })
        for name in names where !known.contains(name) {
            throw RecordingError(
                .unknownEvent, item: "event \(name)",
                problem: "is not in the recording, which holds: \(known.sorted().joined(separator: ", "))")
        }
        let observations = try observations(of: Set(names), borders: borders)
        var boards: [RecordedBoard] = []
        for name in names {
            for row in rows where row.fields[1] == name {
                let key = BoardKey(event: name, board: row.fields[3])
                boards.append(try board(row, observations: observations[key] ?? []))
            }
        }
        return boards
    }

    /// Each name once, in the order of its first appearance.
    private static func inOrder(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    private static func board(_ row: Row, observations: [RecordedObservation]) throws(RecordingError)
        -> RecordedBoard
    {
        let starts = try row.number(4)
        let ends = try row.number(5)
        guard 0 <= starts, starts < ends, ends <= lastSecond, ends % 3600 == 0 else {
            throw row.malformed("the end must be a full hour after the start")
        }
        return RecordedBoard(
            game: row.fields[0], event: row.fields[1], kind: row.fields[2], board: row.fields[3],
            starts: Instant(unixSeconds: starts), ends: Instant(unixSeconds: ends),
            observations: observations.sorted { ($0.rank, $0.at) < ($1.rank, $1.at) })
    }

    private struct BoardKey: Hashable {
        let event: String
        let board: String
    }

    private static func observations(
        of events: Set<String>, borders: [UInt8]
    ) throws(RecordingError) -> [BoardKey: [RecordedObservation]] {
        var found: [BoardKey: [RecordedObservation]] = [:]
        for row in try rows(of: borders, file: "borders.csv", columns: borderColumns, keeping: events) {
            let rank = try row.number(3)
            let at = try row.number(4)
            let score = try row.number(5)
            guard (1...10_000_000).contains(rank), (0...lastSecond).contains(at), score >= 0 else {
                throw row.malformed("rank, time and score must not be negative")
            }
            let observation = RecordedObservation(rank: Int(rank), at: at, score: score)
            found[BoardKey(event: row.fields[1], board: row.fields[2]), default: []].append(observation)
        }
        return found
    }

    private struct Row {
        let file: String
        let line: Int
        let fields: [String]

        func malformed(_ problem: String) -> RecordingError {
            RecordingError(.malformedFile, item: "\(file) line \(line)", problem: problem)
        }

        func number(_ index: Int) throws(RecordingError) -> Int64 {
            guard let number = Int64(fields[index]) else { throw malformed("column \(index + 1) must be a number") }
            return number
        }
    }

    /// The rows after the header; with `keeping`, only those of the events named there.
    private static func rows(
        of bytes: [UInt8], file: String, columns: [String], keeping events: Set<String>?
    ) throws(RecordingError) -> [Row] {
        var rows: [Row] = []
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            number += 1
            let parts = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            let isWanted = parts.count < 2 || events?.contains(String(decoding: parts[1], as: UTF8.self)) ?? true
            guard number == 1 || isWanted else { continue }
            let fields = parts.map { String(decoding: $0, as: UTF8.self) }
            let row = Row(file: file, line: number, fields: fields)
            guard fields.count == columns.count else { throw row.malformed("must have \(columns.count) columns") }
            guard number > 1 || fields == columns else {
                throw row.malformed("the header must be \(columns.joined(separator: ","))")
            }
            if number > 1 { rows.append(row) }
        }
        guard number > 0 else { throw RecordingError(.malformedFile, item: file, problem: "has no header") }
        return rows
    }
}
