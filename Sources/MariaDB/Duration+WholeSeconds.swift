extension Duration {
    /// The library counts seconds and takes 0 for no limit, so this rounds up and is at least 1.
    var wholeSeconds: UInt32 {
        let (seconds, attoseconds) = components
        return UInt32(clamping: max(1, attoseconds > 0 ? seconds + 1 : seconds))
    }
}
