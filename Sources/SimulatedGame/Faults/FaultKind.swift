/// What a simulated server can do wrong, or do rarely.
package enum FaultKind: String, Hashable, Sendable, CaseIterable {
    /// 503 with the words of a maintenance.
    case status503 = "status-503"
    /// 403 with the words of a lost session.
    case status403 = "status-403"
    case status404 = "status-404"
    /// 426 with the words of a newer version.
    case status426 = "status-426"
    /// 429 with a `Retry-After`.
    case status429 = "status-429"
    /// 500 with an error in XML.
    case status500 = "status-500"
    /// 503 with a `Retry-After`.
    case maintenance
    /// 200 with a body that says 403.
    case errorInBody = "error-in-body"
    /// 200 with 50 MB of spaces before the honest body.
    case hugeBody = "huge-body"
    /// 200 with 64 MB of spaces, compressed a thousandfold.
    case bomb
    /// 200 with texts where numbers belong.
    case wrongTypes = "wrong-types"
    /// 200 with the best rank given twice.
    case duplicateRanks = "duplicate-ranks"
    /// 200 with empty lists.
    case noRows = "no-rows"
    /// 200 with no borders.
    case noBorders = "no-borders"
    /// 200 with names that are markup, controls and right-to-left marks.
    case hostileNames = "hostile-names"
    /// 200 with a date an hour from now, as a cache would give it.
    case clockAhead = "clock-ahead"
    /// The connection breaks after half of the body.
    case cutBody = "cut-body"
    /// The honest answer comes after a while.
    case slow
    /// The honest answer comes after a third of that.
    case late
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
