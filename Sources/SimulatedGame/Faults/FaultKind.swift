/// What a simulated server can do wrong, or do rarely.
package enum FaultKind: String, Hashable, Sendable, CaseIterable {
    /// 503 with the words of a maintenance.
    case status503 = "status-503"
    /// 403 with the words of a lost session.
    case status403 = "status-403"
    case status404 = "status-404"
    /// The connection breaks after half of the body.
    case cutBody = "cut-body"
    /// Nothing comes for a while.
    case slow
    /// 200 with something that is no JSON.
    case garbage
    /// 200 with the upper half of the rows.
    case half
    /// 200 with what was shown 1 to 120 minutes before, as a forgotten cache would answer.
    case stale
    /// 200 with some rows left out, and everybody below them a place higher.
    case absent
    /// 200 with some scores taken back, and the order that follows from it.
    case lowered
    /// 200 with some neighbours at one score, in either order.
    case tied
    /// 200 with some players under other names.
    case renamed
}
