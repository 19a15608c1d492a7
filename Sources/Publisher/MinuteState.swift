import FoundationEssentials

/// What an hour's pack keeps of one `latest.json`: everything but the gains, which readers find from the scores.
struct MinuteState: Hashable, Sendable {
    /// The values that seldom differ from one minute to the next.
    struct Head: Hashable, Sendable {
        /// Minutes from `as_of` to the slot; nil before the first reading.
        var lag: Int64?
        /// Minutes from the slot to `next`; nil after the last.
        var wait: Int64?
        var outcome: String
        var reason: String?
        var phase: String
        var isFinal: Bool
        var forecast: String?
        /// `[hours, seen, planned]` of each window.
        var windows: [[Int64]]
    }

    /// The rows of a list, as columns of one length.
    struct Columns: Hashable, Sendable {
        var rank: [Int64] = []
        /// Empty for borders.
        var player: [String] = []
        var score: [Int64] = []
        /// The whole minutes since 1970 of the slot at which the score was first seen.
        var since: [Int64] = []
    }

    /// Whole minutes since 1970.
    let minute: Int64
    let board: String
    let head: Head
    let entries: Columns
    let borders: Columns

    init(minute: Int64, board: String, head: Head, entries: Columns, borders: Columns) {
        self.minute = minute
        self.board = board
        self.head = head
        self.entries = entries
        self.borders = borders
    }

    /// Reads `latest.json`.
    init(latest bytes: [UInt8], item: String) throws(PublisherError) {
        let document: Document
        do {
            document = try JSONDecoder().decode(Document.self, from: Data(bytes))
        } catch {
            throw PublisherError(.document, item: item, problem: "is not a board's document", underlying: error)
        }
        let minute = document.slot / 60
        self.minute = minute
        board = document.board
        head = Head(
            lag: document.asOf.map { minute - $0 / 60 }, wait: document.next.map { $0 / 60 - minute },
            outcome: document.outcome, reason: document.reason, phase: document.phase, isFinal: document.final,
            forecast: document.forecast,
            windows: document.windows.map { [$0.hours, $0.seen, $0.planned] })
        entries = document.entries.columns(at: minute)
        borders = document.borders.columns(at: minute)
    }

    /// `latest.json` as it is read back, under the names it has there.
    private struct Document: Decodable {
        struct Window: Decodable {
            let hours: Int64
            let seen: Int64
            let planned: Int64
        }

        struct List: Decodable {
            let rankSteps: [Int64]
            let player: [String]?
            let score: [Int64]
            let idle: [Int64]

            enum CodingKeys: String, CodingKey {
                case rankSteps = "rank_steps"
                case player, score, idle
            }

            func columns(at minute: Int64) -> Columns {
                Columns(
                    rank: Differences.sums(of: rankSteps), player: player ?? [], score: score,
                    since: idle.map { minute - $0 })
            }
        }

        let board: String
        let slot: Int64
        let asOf: Int64?
        let next: Int64?
        let outcome: String
        let reason: String?
        let phase: String
        let final: Bool
        let forecast: String?
        let windows: [Window]
        let entries: List
        let borders: List

        enum CodingKeys: String, CodingKey {
            case asOf = "as_of"
            case board, slot, next, outcome, reason, phase, final, forecast, windows, entries, borders
        }
    }
}
