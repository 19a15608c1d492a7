import Scoring
import Testing

struct NewsRulesTests {
    private static func board(_ rule: ScoreRule, order: ScoreOrder = .highestFirst, name: String = "race") -> HouseBoard
    {
        HouseBoard(name: name, title: "Race", rule: rule, order: order, actions: [])
    }

    private static func rules(_ kinds: Set<ScoreNews.Kind>, boards: Set<String> = []) -> NewsRules {
        NewsRules(
            hooks: [NewsRules.Hook(name: "h", boards: boards, kinds: kinds)],
            achievements: [
                "race": [
                    Achievement(name: "ten", title: "Ten", score: 10),
                    Achievement(name: "twenty", title: "", score: 20),
                ]
            ])
    }

    @Test(arguments: [
        (ScoreRule.best, Int64?.none, Int64(5), true), (.best, 5, 6, true), (.best, 5, 5, false), (.sum, 5, 6, false),
        (.last, 5, 6, false), (.weighted(WeightedTotal(), of: .bestOfType), 5, 6, true),
    ])
    func aBestIsNewsWhereNotEveryActionIsOne(rule: ScoreRule, old: Int64?, new: Int64, isNews: Bool) {
        let news = Self.rules([.personalBest]).news(of: Self.board(rule), from: old, to: new)
        #expect(news == (isNews ? [ScoreNews(hook: "h", kind: .personalBest)] : []))
    }

    @Test(arguments: [
        (Int64?.none, Int64(9), [String]()), (nil, 10, ["ten"]), (9, 25, ["ten", "twenty"]), (10, 12, []),
        (25, 12, []), (12, 20, ["twenty"]),
    ])
    func anAchievementIsReachedByAScoreAsGood(old: Int64?, new: Int64, names: [String]) {
        let news = Self.rules([.achievement]).news(of: Self.board(.sum), from: old, to: new)
        #expect(news.compactMap(\.name) == names && news.count == names.count)
    }

    @Test func theLowestScoreReachesWhatIsLow() {
        let board = Self.board(.best, order: .lowestFirst)
        #expect(Self.rules([.achievement]).news(of: board, from: 30, to: 15).compactMap(\.name) == ["twenty"])
    }

    @Test func aHookIsToldOfItsBoardsAlone() {
        let rules = Self.rules([.firstPlace], boards: ["race"])
        #expect(rules.news(of: Self.board(.sum), from: 1, to: 2) == [ScoreNews(hook: "h", kind: .firstPlace)])
        #expect(rules.news(of: Self.board(.sum, name: "other"), from: 1, to: 2).isEmpty)
        #expect(NewsRules.none.news(of: Self.board(.best), from: nil, to: 2).isEmpty)
    }
}
