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
            entries = entered(change["entries"], after: entries, players: players, minute: minute)
            borders = bordered(change["borders"], after: borders, minute: minute)
            guard let outcome = head["outcome"] as? String, let phase = head["phase"] as? String,
                let isFinal = head["final"] as? Bool
            else { throw Unreadable() }
            return MinuteState(
                minute: minute, board: board,
                head: MinuteState.Head(
                    lag: (head["lag"] as? Int).map(Int64.init), wait: (head["wait"] as? Int).map(Int64.init),
                    outcome: outcome, reason: head["reason"] as? String, phase: phase, isFinal: isFinal,
                    forecast: head["forecast"] as? String),
                entries: entries, borders: borders)
        }
    }

    private static func bordered(
        _ patch: Any?, after rows: MinuteState.Columns, minute: Int64
    ) -> MinuteState.Columns {
        guard let patch = patch as? [String: Any] else { return rows }
        var rows = rows
        if let length = patch["length"] as? Int {
            rows.rank = resized(rows.rank, to: length)
            rows.score = resized(rows.score, to: length)
            rows.since = resized(rows.since, to: length)
        }
        for (position, value) in pairs(patch["rank"]) { rows.rank[position] = value }
        for (position, value) in pairs(patch["score"]) {
            rows.score[position] += value
            rows.since[position] = minute
        }
        for (position, value) in pairs(patch["idle"]) { rows.since[position] = minute - value }
        return rows
    }

    private static func entered(
        _ patch: Any?, after rows: MinuteState.Columns, players: [String], minute: Int64
    ) -> MinuteState.Columns {
        guard let patch = patch as? [String: Any] else { return rows }
        var order = rows.player
        var known = Dictionary(uniqueKeysWithValues: zip(rows.player, zip(rows.score, rows.since)))
        for gone in patch["gone"] as? [Int] ?? [] { order.removeAll { $0 == players[gone] } }
        for (player, points) in pairs(patch["score"]) {
            let name = players[player]
            if !order.contains(name) { (order, known[name]) = (order + [name], nil) }
            known[name] = ((known[name]?.0 ?? 0) + points, minute)
        }
        if patch["score"] != nil {
            order = order.enumerated().sorted { first, second in
                let (one, other) = (known[first.element]?.0 ?? 0, known[second.element]?.0 ?? 0)
                return (one, second.offset) > (other, first.offset)
            }.map(\.element)
        }
        for (position, player) in pairs(patch["order"]) { order[position] = players[Int(player)] }
        for (player, minutes) in pairs(patch["idle"]) { known[players[player]]?.1 = minute - minutes }
        var rank = order.indices.map { $0 < rows.rank.count ? rows.rank[$0] : Int64($0 + 1) }
        for (position, value) in pairs(patch["rank"]) { rank[position] = value }
        return MinuteState.Columns(
            rank: rank, player: order, score: order.map { known[$0]?.0 ?? 0 }, since: order.map { known[$0]?.1 ?? 0 })
    }

    private static func resized(_ values: [Int64], to count: Int) -> [Int64] {
        Array(values.prefix(count)) + Array(repeating: 0, count: max(0, count - values.count))
    }

    private static func pairs(_ cells: Any?) -> [(Int, Int64)] {
        let numbers = cells as? [Int] ?? []
        return stride(from: 0, to: numbers.count, by: 2).map { (numbers[$0], Int64(numbers[$0 + 1])) }
    }
}
