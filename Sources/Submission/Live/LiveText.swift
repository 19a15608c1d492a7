import Foundation
import Rankings
import Scoring

/// Writes messages of a board as JSON, each with its `type` and the `position` after it.
enum LiveText {
    private struct Snapshot: Encodable {
        let type = LiveMessage.Kind.snapshot.rawValue
        let position: String
        let list: ResponseText.List
    }

    private struct Change: Encodable {
        let type = LiveMessage.Kind.change.rawValue
        let position: String
        let change: Int64
        let entry: ResponseText.List.Entry
        let score_delta: Int64
    }

    private struct Me: Encodable {
        let type = LiveMessage.Kind.me.rawValue
        let player: String?
        let change: Int64?
        let entry: ResponseText.List.Entry?
    }

    /// What whoever watches is told of themselves.
    ///
    /// - Parameters:
    ///   - player: nil where nothing was ever accepted of them.
    ///   - list: their entry alone; nil where they are not on the board.
    static func me(_ player: Pseudonym?, _ list: TopList?) throws -> String {
        try text(
            Me(
                player: player?.description, change: list?.change,
                entry: list?.entries.first.map(ResponseText.List.Entry.init)))
    }

    static func snapshot(_ list: TopList, of board: String, period: String) throws -> LiveMessage {
        let position = LivePosition(period: period, change: list.change)
        let body = Snapshot(
            position: position.description, list: ResponseText.List(list, of: board))
        return LiveMessage(kind: .snapshot, position: position, json: try text(body))
    }

    static func change(_ change: ScoreChange, period: String) throws -> LiveMessage {
        let position = LivePosition(period: period, change: change.number)
        let body = Change(
            position: position.description, change: change.number, entry: ResponseText.List.Entry(change.entry),
            score_delta: change.delta)
        return LiveMessage(kind: .change, position: position, json: try text(body))
    }

    private static func text(_ value: some Encodable) throws -> String {
        String(decoding: try ResponseText.encode(value), as: UTF8.self)
    }
}
