/// What becomes of runs that were due while the job could not run: the process was off, an earlier run took long, or
/// the clock was set forward.
package enum CatchUp: Hashable, Sendable {
    /// They are left out, and the next one is the next that is due.
    case skip
    /// One run stands for all of them.
    case once
    /// Each is run, the oldest first, at most so many of the newest.
    case all(atMost: Int)
}
