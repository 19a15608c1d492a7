import Foundation
import Rankings
import Scoring
import Storage

/// Writes news as those who are told take them.
enum WebhookText {
    /// Characters that would be formatting to Discord.
    private static let markup = Set("\\*_~`|>#[]()<@:-")

    private struct Message: Encodable {
        struct Achieved: Encodable {
            let name: String
            let title: String
        }

        let id: Int64
        let type: String
        let board: String
        let version: Int
        let period: String
        let title: String
        let player: String
        let name: String
        let score: Int64
        let old_score: Int64?
        let scale: Int
        let rank: Int
        let change: Int64
        let achievement: Achieved?
        let at: String
    }

    private struct DiscordMessage: Encodable {
        struct Mentions: Encodable {
            let parse: [String] = []
        }

        let content: String
        /// Nobody is called by a name that says so.
        let allowed_mentions = Mentions()
    }

    /// - Parameter title: of the achievement.
    static func body(of news: QueuedNews, title: String?, as format: Webhook.Format) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        switch format {
        case .json:
            let achieved = news.achievement.map { Message.Achieved(name: $0, title: title ?? $0) }
            return Array(
                try encoder.encode(
                    Message(
                        id: news.id, type: news.kind.rawValue, board: news.board, version: news.version,
                        period: news.period, title: news.title, player: news.player.description, name: news.name,
                        score: news.score, old_score: news.oldScore, scale: news.scale, rank: news.place,
                        change: news.change, achievement: achieved, at: news.at.description)))
        case .discord:
            return Array(try encoder.encode(DiscordMessage(content: sentence(of: news, title: title))))
        }
    }

    private static func sentence(of news: QueuedNews, title: String?) -> String {
        let (name, board) = (plain(news.name), plain(news.title))
        let score = points(news.score, scale: news.scale)
        return switch news.kind {
        case .personalBest: "**\(name)** has a new best on \(board): \(score), place \(news.place)"
        case .firstPlace: "**\(name)** is first on \(board) with \(score)"
        case .achievement:
            "**\(name)** reached \(plain(title ?? news.achievement ?? "")) on \(board) with \(score)"
        }
    }

    private static func plain(_ text: String) -> String {
        text.map { markup.contains($0) ? "\\\($0)" : String($0) }.joined()
    }

    /// As many digits of a fraction as the scale has.
    private static func points(_ score: Int64, scale: Int) -> String {
        if scale == 1 { return String(score) }
        let digits = String(scale - 1).count
        let magnitude = score.magnitude
        let fraction = String(magnitude % UInt64(scale) * power(digits) / UInt64(scale))
        let padded = String(repeating: "0", count: digits - fraction.count) + fraction
        return "\(score < 0 ? "-" : "")\(magnitude / UInt64(scale)).\(padded)"
    }

    private static func power(_ digits: Int) -> UInt64 { (0..<digits).reduce(1) { product, _ in product * 10 } }
}
