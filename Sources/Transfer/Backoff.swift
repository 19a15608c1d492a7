/// How long to wait after a failure: twice as long with each, up to a limit, and no less than the other side asks for.
package struct Backoff: Sendable {
    package let first: Duration
    package let longest: Duration

    package init(first: Duration, longest: Duration) {
        self.first = first
        self.longest = longest
    }

    /// - Parameters:
    ///   - failures: before this one.
    ///   - wanted: what the other side asked for; no more than `longest` is heeded.
    package func pause(failures: Int, wanted: Duration?) -> Duration {
        var doubled = first
        for _ in 0..<failures where doubled < longest { doubled *= 2 }
        return max(min(doubled, longest), min(wanted ?? .zero, longest))
    }
}
