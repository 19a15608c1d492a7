import Foundation
import Rankings
import Scoring
import Storage
import Testing

@testable import Webhooks

struct WebhookTextTests {
    private static func news(
        _ kind: ScoreNews.Kind, score: Int64 = 5, scale: Int = 1, achievement: String? = nil
    ) -> QueuedNews {
        QueuedNews(
            id: 7, kind: kind, achievement: achievement, board: "race", version: 2, period: "2026-01-01", title: "Race",
            scale: scale, player: Pseudonym(value: 255), name: "ann", score: score, oldScore: nil, place: 3, change: 9,
            at: Instant(unixSeconds: 1_800_000_000), attempts: 0, failures: 0)
    }

    private static func sentence(_ news: QueuedNews, title: String? = nil) throws -> String? {
        let body = try WebhookText.body(of: news, title: title, as: .discord)
        return (try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])?["content"] as? String
    }

    @Test func theMessageHasAllThatIsDocumented() throws {
        let body = try WebhookText.body(of: Self.news(.achievement, achievement: "ten"), title: "Ten", as: .json)
        #expect(
            String(decoding: body, as: UTF8.self) == """
                {"achievement":{"name":"ten","title":"Ten"},"at":"2027-01-15T08:00:00Z","board":"race","change":9,\
                "id":7,"name":"ann","period":"2026-01-01","player":"00000000000000ff","rank":3,"scale":1,"score":5,\
                "title":"Race","type":"achievement","version":2}
                """)
    }

    @Test(arguments: [
        (Int64(5), 1, "5"), (1_050, 100, "10.50"), (-5, 100, "-0.05"), (7, 1_000, "0.007"), (-1_000, 10, "-100.0"),
        (9_007_199_254_740_991, 1_000_000, "9007199254.740991"),
    ])
    func pointsAreWrittenByTheScale(score: Int64, scale: Int, text: String) throws {
        #expect(
            try Self.sentence(Self.news(.personalBest, score: score, scale: scale))
                == "**ann** has a new best on Race: \(text), place 3")
    }

    @Test func anAchievementThatIsConfiguredNoMoreHasItsName() throws {
        let news = Self.news(.achievement, achievement: "ten")
        #expect(try Self.sentence(news, title: "Ten!") == "**ann** reached Ten! on Race with 5")
        #expect(try Self.sentence(news) == "**ann** reached ten on Race with 5")
    }
}
