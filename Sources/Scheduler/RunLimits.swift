/// The bounds of claims on runs, in real time.
package enum RunLimits {
    /// How long a claim holds that is not renewed.
    package static let lease = Duration.seconds(30)
    /// How often it is renewed: three times within a lease.
    static let renewal = Duration.seconds(10)
    /// How often a process that does not hold a run looks whether its owner is gone.
    static let watch = Duration.seconds(5)
    /// How long a run of a job that is never due again waits for a log that does not answer; any other waits until the
    /// next run is due.
    static let patience = Duration.seconds(45)
    /// The first pause before the log is asked again; it doubles each time.
    static let firstPause = Duration.seconds(1)
    /// The longest such pause: a log that answers again is noticed within it.
    static let longestPause = Duration.seconds(5)
}
