import Scoring

extension ListChange {
    /// Of a change that is seen.
    var delta: Int64? {
        if case .score(let change) = self { change.delta } else { nil }
    }
}
