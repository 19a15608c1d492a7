import Foundation
import Hexadecimal
import Rankings
import Scoring

/// Writes the bodies of answers: keys in the order of the alphabet, so that the same answer is the same bytes.
enum ResponseText {
    private struct Success<Data: Encodable>: Encodable {
        let success = true
        let data: Data
    }

    private struct Failure: Encodable {
        struct Reason: Encodable {
            let code: String
            let message: String
        }
        let success = false
        let error: Reason
    }

    struct Begun: Encodable {
        let action_id: String
        let action_token: String
        let expires_at: String

        init(_ action: BegunAction) {
            action_id = action.id.description
            action_token = action.token
            expires_at = action.expires.description
        }
    }

    struct Accepted: Encodable {
        let new_score: Int64
        let rank: Int
        let score_delta: Int64

        init(_ score: AcceptedScore) {
            new_score = score.newScore
            rank = score.place
            score_delta = score.delta
        }
    }

    struct Proof: Encodable {
        let sha256: String
        let bytes: Int
        let content_type: String

        init(_ proof: ScoreProof) {
            sha256 = proof.hash.hexadecimal
            bytes = proof.size
            content_type = proof.type
        }
    }

    struct List: Encodable {
        struct Entry: Encodable {
            let rank: Int
            let player: String
            let name: String
            let score: Int64
            let avatar: String?
            let last_updated: String

            init(_ entry: ListEntry) {
                rank = entry.place
                player = entry.player.description
                name = entry.name
                score = entry.score
                avatar = entry.avatar
                last_updated = entry.changed.description
            }
        }
        let board: String
        let change: Int64
        let last_updated: String?
        let entries: [Entry]

        init(_ list: TopList, of board: String) {
            self.board = board
            change = list.change
            last_updated = list.changed?.description
            entries = list.entries.map(Entry.init)
        }
    }

    struct History: Encodable {
        struct Line: Encodable {
            let action_id: String
            let board: String
            let version: Int
            let period: String
            let action_type: String
            let value: Int64?
            let points: Int64
            let old_score: Int64?
            let new_score: Int64
            let rank: Int
            let score_delta: Int64
            let change: Int64
            let accepted_at: String
        }
        let player: String?
        let actions: [Line]

        init(_ lines: [HistoryLine], of player: Pseudonym?) {
            self.player = player?.description
            actions = lines.map { line in
                Line(
                    action_id: ActionID(bytes: line.action).description, board: line.board, version: line.version,
                    period: line.period, action_type: line.type, value: line.value, points: line.points,
                    old_score: line.oldScore, new_score: line.accepted.newScore, rank: line.accepted.place,
                    score_delta: line.accepted.delta, change: line.accepted.change,
                    accepted_at: line.at.description)
            }
        }
    }

    static func success(_ data: some Encodable) throws -> [UInt8] { try encode(Success(data: data)) }

    static func failure(_ error: APIError) throws -> [UInt8] {
        try encode(Failure(error: Failure.Reason(code: error.code, message: error.message)))
    }

    /// On one line.
    static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }
}
