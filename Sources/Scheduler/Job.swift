package import Cron
package import Rankings

/// Something that is run again and again.
package struct Job: Sendable {
    /// Tells a monitor of a run; what goes wrong with that is the monitor's matter.
    package typealias Ping = @Sendable (RunSignal, RunTicket) async -> Void

    /// Names it in the log of runs.
    package let id: String
    package let timing: Timing
    /// Each process does each run, and shares the work otherwise; else one process does a run for all.
    package var isShared = false
    /// How long one attempt may take.
    package var timeLimit = Duration.seconds(6 * 3600)
    /// A run starts up to so much later, by chance.
    package var jitter = Duration.zero
    package var catchUp = CatchUp.once
    package var retries = Retries.none
    package var ping: Ping?
    /// Does it. Gets the instant it was due; what it throws makes the run a failed one and ends nothing else.
    package let run: @Sendable (Instant) async throws -> RunResult

    package init(id: String, timing: Timing, run: @escaping @Sendable (Instant) async throws -> RunResult) {
        self.id = id
        self.timing = timing
        self.run = run
    }
}
