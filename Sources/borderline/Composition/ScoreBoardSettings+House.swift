import Cron
import Rankings
import Scoring
import Settings

extension ScoreBoardSettings {
    /// The board as its rules are applied.
    ///
    /// - Throws: `CommandError` for a time zone that is not known.
    func houseBoard() throws -> HouseBoard {
        guard let order = ScoreOrder(rawValue: order), let ties = TieRule(rawValue: ties) else {
            preconditionFailure("the configuration knows the same words")
        }
        return HouseBoard(
            name: name, title: title, version: version, rule: scoreRule, order: order, ties: ties, scale: scale,
            bounds: Int64(leastScore)...Int64(mostScore), period: try scorePeriod(), group: group,
            actions: actions.map(\.actionType))
    }

    private var scoreRule: ScoreRule {
        switch rule {
        case .sum: .sum
        case .best: .best
        case .last: .last
        case .decrement: .decrement(from: Int64(start))
        case .weighted: weightedRule
        }
    }

    private var weightedRule: ScoreRule {
        guard let kind = WeightedParts.Kind(rawValue: weights.counts) else {
            preconditionFailure("the configuration knows the same words")
        }
        let total = WeightedTotal(decay: weights.decay, mostBonus: weights.bonus, bonusDecay: weights.bonusDecay)
        return .weighted(total, of: kind)
    }

    private func scorePeriod() throws -> ScorePeriod {
        switch period {
        case .always: return .always
        case .daily: return .daily(try .named(zone))
        case .weekly: return .weekly(try .named(zone))
        case .monthly: return .monthly(try .named(zone))
        case .event:
            guard let times else { preconditionFailure("an event without times is refused by the configuration") }
            return .event(times)
        }
    }
}

extension ScoreBoardSettings.Action {
    fileprivate var actionType: ActionType {
        ActionType(
            name: type,
            points: points.map { .fixed(Int64($0)) } ?? .value(Int64(leastValue)...Int64(mostValue)),
            duration: leastDuration...lifetime, mostPerSecond: mostPerSecond.map(Int64.init))
    }
}
