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

    /// What whoever watches is told of themselves; what is nil is left out.
    ///
    /// - Parameter change: the number of the change that their entry is of.
    static func me(_ own: LiveOwner.Own, change: Int64?) throws -> String {
        try text(
            Me(
                player: own.player?.description, change: change,
                entry: own.entry.map(ResponseText.List.Entry.init)))
    }

    private struct Pass: Encodable {
        let type = LiveMessage.Kind.pass.rawValue
        let position: String
        let change: Int64
    }

    static func pass(_ number: Int64, period: String) throws -> LiveMessage {
        let position = LivePosition(period: period, change: number)
        let body = Pass(position: position.description, change: number)
        return LiveMessage(kind: .pass, position: position, json: try text(body))
    }

    static func snapshot(_ list: TopList, of board: String, period: String) throws -> LiveMessage {
        let position = LivePosition(period: period, change: list.change)
        let body = Snapshot(
            position: position.description, list: ResponseText.List(list, of: board))
        return LiveMessage(kind: .snapshot, position: position, json: try text(body))
    }

    /// - Precondition: the change is no revision, which is told by a snapshot.
    static func message(_ change: ListChange, period: String) throws -> LiveMessage {
        switch change {
        case .score(let change): try Self.change(change, period: period)
        case .unseen(let number): try pass(number, period: period)
        case .revision: preconditionFailure("a revision is told by a snapshot")
        }
    }

    private static func change(_ change: ScoreChange, period: String) throws -> LiveMessage {
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
