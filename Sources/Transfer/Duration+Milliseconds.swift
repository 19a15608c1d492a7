extension Duration {
    /// Milliseconds, rounded up: a wait of this length never ends too early.
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        // Beyond a year every limit is the same to libcurl, which counts in 32 bits on some systems.
        let bounded = min(max(seconds, 0), 31_536_000)
        return Int(bounded * 1000 + (max(attoseconds, 0) + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
