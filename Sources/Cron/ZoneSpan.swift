/// A stretch of time in which a zone keeps one distance from UTC.
struct ZoneSpan: Hashable, Sendable {
    /// Its first second since 1970; nil where it has always been so.
    let start: Int64?
    /// The first second that is no longer in it; nil where none is known.
    let end: Int64?
    /// Seconds east of UTC.
    let offset: Int64
    /// The offset before the start; the same as `offset` where nothing came before.
    let previousOffset: Int64
}
