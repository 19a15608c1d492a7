import Rankings

/// One of an upstream's hosts, as a process knows it.
struct MirrorHost {
    let baseURL: String
    var breaker = Breaker()
    var pause: HostPause?
    /// Requests that are not answered yet.
    var waiting = 0
    /// What is kept of the window.
    var kept = HostTally()
    /// What is not kept yet.
    var recent = HostTally()

    init(baseURL: String) { self.baseURL = baseURL }

    var tally: HostTally {
        var all = kept
        all.add(recent)
        return all
    }

    func isPaused(at now: Instant) -> Bool { pause.map { now < $0.until } ?? false }
}
