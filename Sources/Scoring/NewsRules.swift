/// Who is told what of which board.
package struct NewsRules: Hashable, Sendable {
    /// Somebody who is told.
    package struct Hook: Hashable, Sendable {
        package let name: String
        /// Empty: of all.
        package let boards: Set<String>
        package let kinds: Set<ScoreNews.Kind>

        package init(name: String, boards: Set<String>, kinds: Set<ScoreNews.Kind>) {
            self.name = name
            self.boards = boards
            self.kinds = kinds
        }
    }

    private let hooks: [Hook]
    private let achievements: [String: [Achievement]]

    /// - Parameter achievements: by board.
    package init(hooks: [Hook], achievements: [String: [Achievement]]) {
        self.hooks = hooks
        self.achievements = achievements
    }

    package static let none = NewsRules(hooks: [], achievements: [:])

    /// What an action makes news if it is accepted; the first place only if the player comes to it, and an achievement
    /// only if it is the player's first time on the list: whoever writes the score down knows.
    ///
    /// - Parameter old: nil where the player has no score yet.
    package func news(of board: HouseBoard, from old: Int64?, to new: Int64) -> [ScoreNews] {
        let reached = (achievements[board.name] ?? []).filter { achievement in
            let isThere = !board.order.isBetter(achievement.score, than: new)
            let wasThere = old.map { !board.order.isBetter(achievement.score, than: $0) } ?? false
            return isThere && !wasThere
        }
        return hooks.filter { $0.boards.isEmpty || $0.boards.contains(board.name) }.flatMap { hook in
            var news: [ScoreNews] = []
            if hook.kinds.contains(.personalBest), isPersonalBest(on: board, from: old, to: new) {
                news.append(ScoreNews(hook: hook.name, kind: .personalBest))
            }
            if hook.kinds.contains(.firstPlace) { news.append(ScoreNews(hook: hook.name, kind: .firstPlace)) }
            if hook.kinds.contains(.achievement) {
                news += reached.map { ScoreNews(hook: hook.name, kind: .achievement, name: $0.name) }
            }
            return news
        }
    }

    /// A sum grows with every action, and a score that may fall is better than the last one without being the best.
    private func isPersonalBest(on board: HouseBoard, from old: Int64?, to new: Int64) -> Bool {
        switch board.rule {
        case .best, .weighted: old.map { board.order.isBetter(new, than: $0) } ?? true
        case .sum, .last, .decrement: false
        }
    }
}
