/// What a simulated server can do wrong.
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
}
