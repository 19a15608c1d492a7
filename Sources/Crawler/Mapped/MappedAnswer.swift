import FoundationEssentials
import Rankings

/// An answer to a mapped request. Rows that lack something are left out and counted; where none is left, the answer is
/// not understood.
struct MappedAnswer {
    let document: JSONValue
    let request: MappedRequest
    /// The one that was asked for; nil where the answer shows more.
    let rank: Int?
    /// Parts of a point that scores are counted in.
    let scale: Int

    private struct Line {
        let rank: Int
        let score: Int64
        let row: MappedRow
    }

    /// - Returns: nil where the answer has no row: the upstream has nothing yet.
    func shown(of event: Event) throws(UpstreamError) -> ShownBoard? {
        if let path = request.event, let found = path.value(in: document)?.words, found != event.upstreamID {
            throw .anotherEvent(expected: event.upstreamID, found: found)
        }
        let all = try rows()
        if all.isEmpty { return nil }
        var dropped: [String: Int] = [:]
        let own = try ofEvent(all, event.upstreamID, &dropped)
        let current = newest(own, &dropped)
        let lines = current.rows.enumerated().compactMap { line($0.element, place: $0.offset, &dropped) }
            .enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
        let entries = request.parts.contains(.entries) ? try entries(of: lines, &dropped) : nil
        let borders = request.parts.contains(.borders) ? borders(of: lines) : nil
        if (entries ?? []).isEmpty && (borders ?? []).isEmpty {
            let reasons = dropped.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
            throw .malformed("no row of \(all.count) is usable: \(reasons.joined(separator: ", "))")
        }
        return ShownBoard(
            entries: entries, borders: borders, shownAt: current.time ?? timeOfDocument, dropped: dropped)
    }

    private var timeOfDocument: Instant? {
        request.time.flatMap { $0.value(in: document) }.flatMap(request.timeFormat.instant)
    }

    private func rows() throws(UpstreamError) -> [MappedRow] {
        if let path = request.rows {
            guard let rows = MappedRow.rows(at: path, in: document) else {
                throw .malformed("no rows at \(path.description)")
            }
            return rows
        }
        if case .list(let elements) = document { return elements.map { MappedRow(key: nil, content: $0) } }
        return [MappedRow(key: nil, content: document)]
    }

    private func ofEvent(
        _ rows: [MappedRow], _ expected: String, _ dropped: inout [String: Int]
    ) throws(UpstreamError) -> [MappedRow] {
        guard let path = request.rowEvent else { return rows }
        let own = rows.filter { $0.value(path)?.words == expected }
        if own.isEmpty {
            let found = rows.lazy.compactMap { $0.value(path)?.words }.first
            throw .anotherEvent(expected: expected, found: found ?? "none")
        }
        if own.count < rows.count { dropped["of another event"] = rows.count - own.count }
        return own
    }

    private func newest(
        _ rows: [MappedRow], _ dropped: inout [String: Int]
    ) -> (rows: [MappedRow], time: Instant?) {
        guard let path = request.rowTime else { return (rows, nil) }
        let timed = rows.compactMap { row in
            row.value(path).flatMap(request.timeFormat.instant).map { (row: row, time: $0) }
        }
        if timed.count < rows.count { dropped["without a time at \(path.description)"] = rows.count - timed.count }
        let newest = timed.map(\.time).max()
        let kept = timed.filter { $0.time == newest }.map(\.row)
        if kept.count < timed.count { dropped["of an older time"] = timed.count - kept.count }
        return (kept, newest)
    }

    private func line(_ row: MappedRow, place: Int, _ dropped: inout [String: Int]) -> Line? {
        func drop(_ reason: String) -> Line? {
            dropped[reason, default: 0] += 1
            return nil
        }
        guard let score = row.value(request.score)?.decimal else {
            return drop("without a number at \(request.score.description)")
        }
        guard let scaled = (score * Decimal(scale)).whole else {
            return drop("with a score that is no whole number of 1/\(scale) points")
        }
        guard let path = request.rank else { return Line(rank: rank ?? place + 1, score: scaled, row: row) }
        guard let found = row.value(path)?.decimal?.whole, let rank = Int(exactly: found) else {
            return drop("without a rank at \(path.description)")
        }
        return Line(rank: rank, score: scaled, row: row)
    }

    private func entries(of lines: [Line], _ dropped: inout [String: Int]) throws(UpstreamError) -> [Entry] {
        var entries: [Entry] = []
        for line in lines where !request.parts.contains(.borders) || line.rank <= request.lastEntry {
            guard let path = request.player, let id = line.row.value(path)?.words else {
                dropped["without a player", default: 0] += 1
                continue
            }
            entries.append(
                try Entry(
                    rank: line.rank, id: id, name: request.name.flatMap { line.row.value($0)?.words },
                    score: line.score,
                    place: path.description))
        }
        return entries
    }

    private func borders(of lines: [Line]) -> [Border] {
        lines.filter { !request.parts.contains(.entries) || $0.rank >= request.lastEntry }
            .map { Border(rank: $0.rank, score: $0.score) }
    }
}
