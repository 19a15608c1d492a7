import Foundation

@testable import Publisher

/// Reads an hour's pack by the words of `Docs/editions.md` alone.
enum HourPackReader {
    struct Unreadable: Error {}

    static func read(_ bytes: [UInt8]) throws -> [MinuteState] {
        guard let pack = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
            let hour = pack["hour"] as? Int, let board = pack["board"] as? String,
            let players = pack["players"] as? [String], let minutes = pack["minutes"] as? [[String: Any]]
        else { throw Unreadable() }
        var head: [String: Any] = [:]
        var entries = MinuteState.Columns()
        var borders = MinuteState.Columns()
        return try minutes.map { change in
            head.merge(change) { _, new in new }
            let minute = Int64(hour / 60 + (head["minute"] as? Int ?? 0))
            entries = apply(change["entries"], to: entries, players: players, minute: minute)
            borders = apply(change["borders"], to: borders, players: nil, minute: minute)
            guard let outcome = head["outcome"] as? String, let phase = head["phase"] as? String,
                let isFinal = head["final"] as? Bool,
                let windows = head["windows"] as? [[Int]]
            else { throw Unreadable() }
            return MinuteState(
                minute: minute, board: board,
                head: MinuteState.Head(
                    lag: (head["lag"] as? Int).map(Int64.init), wait: (head["wait"] as? Int).map(Int64.init),
                    outcome: outcome, reason: head["reason"] as? String, phase: phase, isFinal: isFinal,
                    forecast: head["forecast"] as? String, windows: windows.map { $0.map(Int64.init) }),
                entries: entries, borders: borders)
        }
    }

    private static func apply(
        _ patch: Any?, to rows: MinuteState.Columns, players: [String]?, minute: Int64
    ) -> MinuteState.Columns {
        guard let patch = patch as? [String: Any] else { return rows }
        var rows = rows
        if let length = patch["length"] as? Int {
            rows.rank = resized(rows.rank, to: length, with: 0)
            rows.score = resized(rows.score, to: length, with: 0)
            rows.since = resized(rows.since, to: length, with: 0)
            if players != nil { rows.player = resized(rows.player, to: length, with: "") }
        }
        for (position, value) in pairs(patch["rank"]) { rows.rank[position] = value }
        for (position, value) in pairs(patch["player"]) { rows.player[position] = players?[Int(value)] ?? "" }
        for (position, value) in pairs(patch["score"]) {
            rows.score[position] += value
            rows.since[position] = minute
        }
        for (position, value) in pairs(patch["idle"]) { rows.since[position] = minute - value }
        return rows
    }

    private static func resized<Value>(_ values: [Value], to count: Int, with value: Value) -> [Value] {
        Array(values.prefix(count)) + Array(repeating: value, count: max(0, count - values.count))
    }

    private static func pairs(_ cells: Any?) -> [(Int, Int64)] {
        let numbers = cells as? [Int] ?? []
        return stride(from: 0, to: numbers.count, by: 2).map { (numbers[$0], Int64(numbers[$0 + 1])) }
    }
}
