/// How a run of a job ended.
package enum RunOutcome: String, Hashable, Sendable, CaseIterable {
    case succeeded
    /// Done, but for a part of it: some boards failed, say.
    case partly
    case failed
    /// It took longer than its time limit and was stopped.
    case stopped
    /// The process that ran it was told to end, or is gone.
    case abandoned
}
