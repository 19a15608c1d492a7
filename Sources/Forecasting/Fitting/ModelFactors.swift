/// What an operator's own history may change about the model: how much each kind of likeness counts, as factors of what
/// the program ships with.
///
/// Few and coarse on purpose: finer ones would be fitted to chance.
package struct ModelFactors: Hashable, Sendable, CustomStringConvertible {
    /// One thing that may be changed.
    package enum Factor: String, CaseIterable, Sendable {
        /// What nothing explains.
        case noise
        /// Going on as far from habit as so far.
        case habit
        /// Boards of one game, kind and rank, and those that lately grew alike.
        case cell
        /// Other regions of the title.
        case regions
    }

    /// By which a factor is changed in one step.
    static let step = 2.0
    /// The furthest a factor is moved from 1.
    static let limit = 4.0

    private var values: [Factor: Double] = [:]

    /// As the program ships.
    package static let standard = ModelFactors()

    package subscript(factor: Factor) -> Double { values[factor, default: 1] }

    private init() {}

    /// The factors one step away, each up and down; those beyond the limit are left out.
    var neighbours: [ModelFactors] {
        Factor.allCases.flatMap { factor in
            [self[factor] * Self.step, self[factor] / Self.step]
                .filter { (1 / Self.limit...Self.limit).contains($0) }
                .map { with(factor, $0) }
        }
    }

    func with(_ factor: Factor, _ value: Double) -> ModelFactors {
        var changed = self
        changed.values[factor] = value == 1 ? nil : value
        return changed
    }

    /// `noise 2, habit 0.5`, those that are not 1; `standard` where all are.
    package var description: String {
        let changed = Factor.allCases.filter { self[$0] != 1 }
        return changed.isEmpty ? "standard" : changed.map { "\($0.rawValue) \(self[$0])" }.joined(separator: ", ")
    }

    /// Reads what `description` wrote; nil where it is something else, as a newer program may write.
    package init?(_ text: String) {
        if text == "standard" { return }
        for part in text.split(separator: ",") {
            let words = part.split(separator: " ")
            guard words.count == 2, let factor = Factor(rawValue: String(words[0])), let value = Double(words[1]),
                (1 / Self.limit...Self.limit).contains(value)
            else { return nil }
            self = with(factor, value)
        }
        if values.isEmpty { return nil }
    }
}
