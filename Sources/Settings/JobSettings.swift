/// One job that `up` runs by configuration.
package struct JobSettings: Hashable, Sendable {
    /// What a job does: a command of the program.
    package enum Command: String, Hashable, Sendable, CaseIterable {
        case tick
        case crawl
        case forecast
        case fit = "forecast fit"
        case publish
        case dump
        case dumpLive = "dump --live"
        case prune = "history prune"
        case backup

        /// Whether several processes may do it at one time: they share the slots.
        package var isShared: Bool { self == .tick || self == .crawl }
    }

    /// What becomes of runs that were due while it could not run.
    package enum CatchUp: String, Hashable, Sendable, CaseIterable {
        case skip
        case once
        case all
    }

    package var id: String
    /// A schedule of `Cron`, not checked here.
    package var schedule: String
    /// A name of the time-zone database, not checked here.
    package var zone: String
    package var command: Command
    package var timeLimit: Duration
    package var jitter: Duration
    package var catchUp: CatchUp
    /// The most runs that `all` catches up with.
    package var catchUpLimit: Int
    package var retries: Int
    package var retryPause: Duration
    /// The address a monitor is told of each run at; whoever knows it can speak in its name.
    package var ping: Secret?
}
