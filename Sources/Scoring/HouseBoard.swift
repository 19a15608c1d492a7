/// A board of one's own: what counts on it, and how.
package struct HouseBoard: Hashable, Sendable {
    /// The same characters as in published paths; unique among the boards of an installation.
    package let name: String
    package let title: String
    /// Of the rules: another version is another list of scores.
    package let version: Int
    package let rule: ScoreRule
    package let order: ScoreOrder
    package let ties: TieRule
    /// Scores are integers of 1/scale points.
    package let scale: Int
    /// No score leaves these bounds.
    package let bounds: ClosedRange<Int64>
    package let period: ScorePeriod
    /// Who may submit, by what their tokens say; nil for everybody.
    package let group: String?
    /// Each name once.
    package let actions: [ActionType]

    package init(
        name: String, title: String, version: Int = 1, rule: ScoreRule, order: ScoreOrder = .highestFirst,
        ties: TieRule = .earliestFirst, scale: Int = 1, bounds: ClosedRange<Int64> = 0...ScoreLimits.greatest,
        period: ScorePeriod = .always, group: String? = nil, actions: [ActionType]
    ) {
        self.name = name
        self.title = title
        self.version = version
        self.rule = rule
        self.order = order
        self.ties = ties
        self.scale = scale
        self.bounds = bounds.clamped(to: ScoreLimits.scores)
        self.period = period
        self.group = group
        self.actions = actions
    }

    /// Whether the user may submit.
    package func admits(_ user: ScoreUser) -> Bool { group.map(user.groups.contains) ?? true }

    package func action(named name: String) -> ActionType? { actions.first { $0.name == name } }

    /// Scores never fall: such a board has a floor below every later score, and can be forecast.
    package var isMonotone: Bool {
        switch rule {
        case .sum, .weighted: actions.allSatisfy(\.isNeverNegative)
        case .best: order == .highestFirst
        case .last, .decrement: false
        }
    }
}
