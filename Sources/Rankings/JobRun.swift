/// One run of a job.
package struct JobRun: Hashable, Sendable {
    /// The job's id.
    package let job: String
    /// When it was due.
    package let planned: Instant
    package let started: Instant
    /// Nil while it runs.
    package let ended: Instant?
    /// Nil while it runs.
    package let outcome: RunOutcome?
    /// How often it was tried; 0 where it could not be begun.
    package let attempts: Int
    /// What was done or went wrong, in a few words; nil where there is nothing to say.
    package let detail: String?

    package init(
        job: String, planned: Instant, started: Instant, ended: Instant?, outcome: RunOutcome?, attempts: Int,
        detail: String?
    ) {
        self.job = job
        self.planned = planned
        self.started = started
        self.ended = ended
        self.outcome = outcome
        self.attempts = attempts
        self.detail = detail
    }

    /// How late it started.
    package var lag: Duration { started - planned }
}
