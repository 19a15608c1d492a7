import Foundation
import Rankings

/// A board at one slot as `history standings` writes it. Instants are ISO 8601, scores exact integers up to 2^63 − 1.
struct StandingLine: Encodable {
    struct Entry: Encodable {
        let rank: Int
        let player: String
        /// nil, and left out, where the player was forgotten.
        let name: String?
        let score: Int64
        let scoredAt: String
    }

    struct Border: Encodable {
        let rank: Int
        let score: Int64
        let scoredAt: String
    }

    let slot: String
    let outcome: String
    let reason: String?
    /// The newest slot whose reading was accepted; nil before the first.
    let asOf: String?
    let final: Bool
    let entries: [Entry]
    let borders: [Border]

    init(outcome: SlotOutcome, standing: Standing) {
        slot = outcome.slot.description
        self.outcome = outcome.outcome.rawValue
        reason = outcome.reason
        asOf = standing.asOf?.description
        final = standing.isFinal
        entries = standing.entries.map {
            Entry(
                rank: $0.rank, player: $0.player.description, name: $0.name, score: $0.score,
                scoredAt: $0.scoredAt.description)
        }
        borders = standing.borders.map {
            Border(rank: $0.rank, score: $0.score, scoredAt: $0.scoredAt.description)
        }
    }

    /// Writes the line and its end.
    func write(to file: FileHandle) throws {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try file.write(contentsOf: try encoder.encode(self) + Data("\n".utf8))
    }
}
