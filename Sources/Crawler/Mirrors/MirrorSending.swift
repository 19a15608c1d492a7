package import Logging
package import Rankings
package import Transfer

/// One or several hosts that answer the same: each at its pace, the best one most of the time, and another where one
/// fails.
package actor MirrorSending: Sending {
    /// While requests are under way counters are kept no oftener than this.
    private static let keepingInterval: Duration = .seconds(1)

    private let upstream: String
    private let client: TransferClient
    private let paces: HostPaces
    private let pace: Pace
    private let bodyBytes: Int
    private let sessionStatuses: Set<Int>
    private let records: any HostRecords
    private let time: any TimeSource
    private let chance: @Sendable () -> Double
    private let logger: Logger
    private var hosts: [MirrorHost]
    private var slots: [ContinuousClock.Instant: SlotFailures] = [:]
    private var underWay = 0
    private var readIn: Slot?
    private var keptAt: ContinuousClock.Instant?

    /// - Parameters:
    ///   - upstream: names the hosts' counters.
    ///   - baseURLs: of hosts that answer the same, without a slash at their ends; at least one.
    ///   - paces: of the process.
    ///   - pace: of each host.
    ///   - bodyBytes: the most of one answer, decompressed.
    ///   - sessionStatuses: they speak of the session, and are no failure of a host.
    ///   - chance: 0 up to 1, uniformly.
    package init(
        upstream: String, client: TransferClient, baseURLs: [String], paces: HostPaces, pace: Pace, bodyBytes: Int,
        sessionStatuses: Set<Int> = [], records: any HostRecords, time: any TimeSource, logger: Logger,
        chance: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) {
        precondition(!baseURLs.isEmpty, "an upstream has a host")
        self.upstream = upstream
        self.client = client
        self.paces = paces
        self.pace = pace
        self.bodyBytes = bodyBytes
        self.sessionStatuses = sessionStatuses
        self.records = records
        self.time = time
        self.chance = chance
        self.logger = logger
        hosts = baseURLs.map { MirrorHost(baseURL: $0) }
    }

    package func response(
        to request: OutgoingRequest, until deadline: ContinuousClock.Instant
    ) async throws -> Response {
        if request.elsewhere != nil {
            return try await sending(to: "")
                .response(to: request, until: deadline)
        }
        await readRecords()
        underWay += 1
        defer { underWay -= 1 }
        while true {
            let place = try await turn(until: deadline)
            let outcome = try await ask(place, request, until: deadline)
            if case .success(let response) = outcome, !isFailure(response.status) { return response }
            guard goesOn(after: place, until: deadline) else { return try outcome.get() }
        }
    }

    package func reject(_ address: String, until deadline: ContinuousClock.Instant) {
        let found = hosts.indices.filter { address.hasPrefix(hosts[$0].baseURL + "/") }
        guard let place = found.max(by: { hosts[$0].baseURL.count < hosts[$1].baseURL.count }) else { return }
        hosts[place].recent.countRejection()
        slots[deadline, default: SlotFailures()].hosts.insert(place)
    }

    package func settle() async {
        let now = ContinuousClock.now
        slots = slots.filter { $0.key > now }
        if underWay > 0, let keptAt, now - keptAt < Self.keepingInterval { return }
        keptAt = now
        let tallies = hosts.filter { $0.recent.requests > 0 }.map { ($0.baseURL, $0.recent) }
        if tallies.isEmpty { return }
        for place in hosts.indices {
            hosts[place].kept = hosts[place].tally
            hosts[place].recent = HostTally()
        }
        do {
            try await records.add(
                Dictionary(tallies) { first, _ in first }, of: upstream, in: HostPeriod(containing: time.now()))
        } catch {
            logger.warning("hosts not counted", metadata: ["upstream": "\(upstream)", "reason": "\(error)"])
        }
    }

    // MARK: The choice

    /// Waits for the pace of a host, and for the end of a pause where all hosts have one that ends in time.
    private func turn(until deadline: ContinuousClock.Instant) async throws -> Int {
        while true {
            let ready = ready(at: time.now())
            if ready.isEmpty {
                try await outwaitPauses(until: deadline)
                continue
            }
            let place = choice(among: ready, until: deadline)
            let now = ContinuousClock.now
            guard let start = paces.reserve(hosts[place].baseURL, by: pace, at: now, until: deadline) else {
                throw UpstreamError.timeIsUp
            }
            if start > now { try await Task.sleep(until: start, clock: .continuous) }
            // In the meantime another request may have learned that the host wants none.
            if !hosts[place].isPaused(at: time.now()) { return place }
        }
    }

    private func outwaitPauses(until deadline: ContinuousClock.Instant) async throws {
        guard let pause = hosts.compactMap(\.pause).min(by: { $0.until < $1.until }) else { return }
        let wait = time.realTime(of: pause.until - time.now())
        guard ContinuousClock.now + wait < deadline else { throw pause.failure }
        if wait > .zero { try await Task.sleep(for: wait) }
        // A simulated clock may not have moved.
        for place in hosts.indices where hosts[place].pause == pause { hosts[place].pause = nil }
    }

    private func ready(at now: Instant) -> [Int] { hosts.indices.filter { !hosts[$0].isPaused(at: now) } }

    private func choice(among ready: [Int], until deadline: ContinuousClock.Instant) -> Int {
        let now = ContinuousClock.now
        let failed = slots[deadline]?.hosts ?? []
        let fresh = ready.filter { !failed.contains($0) }
        let closed = fresh.filter { !hosts[$0].breaker.isOpen(at: now) }
        // Where every host has failed, asking one of them is the only way to find out whether it still does.
        let allowed = [closed, fresh, ready].first { !$0.isEmpty } ?? ready
        let weights = MirrorChoice.weights(hosts.map(\.tally), waiting: hosts.map(\.waiting))
        return MirrorChoice.place(among: allowed, weights: weights, chance: chance())
    }

    /// Notes that a host has failed in this slot.
    ///
    /// - Returns: whether the request is sent again: to another host, or to this one after a pause that ends in time.
    private func goesOn(after place: Int, until deadline: ContinuousClock.Instant) -> Bool {
        let now = ContinuousClock.now
        var slot = slots[deadline] ?? SlotFailures()
        slot.hosts.insert(place)
        let isOtherLeft = ready(at: time.now()).contains { !slot.hosts.contains($0) }
        let pause = hosts[place].pause.map { time.realTime(of: $0.until - time.now()) } ?? .zero
        let endsInTime = pause > .zero && now + pause < deadline
        let goesOn = (isOtherLeft || endsInTime) && slot.failoversLeft > 0 && now < deadline
        if goesOn { slot.failovers += 1 }
        slots[deadline] = slot
        return goesOn
    }

    // MARK: One host

    private func isFailure(_ status: Int) -> Bool { status >= 400 && !sessionStatuses.contains(status) }

    /// A host that hangs leaves the others their share of the time.
    private func ask(
        _ place: Int, _ request: OutgoingRequest, until deadline: ContinuousClock.Instant
    ) async throws -> Result<Response, UpstreamError> {
        let began = ContinuousClock.now
        let others = hosts.count - 1 - (slots[deadline]?.hosts.count ?? 0)
        let tries = 1 + min(max(0, others), slots[deadline]?.failoversLeft ?? SlotFailures.failoverLimit)
        let limit = began + (deadline - began) / tries
        hosts[place].waiting += 1
        defer { hosts[place].waiting -= 1 }
        do {
            let response = try await sending(to: hosts[place].baseURL).response(to: request, until: limit)
            await note(response, of: place)
            return .success(response)
        } catch let error as UpstreamError {
            noteFailure(of: place)
            return .failure(error)
        }
    }

    private func sending(to baseURL: String) -> DirectSending {
        DirectSending(client: client, baseURL: baseURL, bodyBytes: bodyBytes, speed: time.speed)
    }

    private func note(_ response: Response, of place: Int) async {
        guard isFailure(response.status) else {
            hosts[place].recent.countAnswer(after: response.duration)
            hosts[place].breaker.succeed()
            return
        }
        noteFailure(of: place)
        guard let pause = HostPause(response, now: time.now()) else { return }
        hosts[place].pause = pause
        do {
            try await records.pause(hosts[place].baseURL, of: upstream, pause)
        } catch {
            logger.warning("pause not kept", metadata: ["upstream": "\(upstream)", "reason": "\(error)"])
        }
    }

    private func noteFailure(of place: Int) {
        hosts[place].recent.countFailure()
        hosts[place].breaker.fail(at: .now, pause: time.realTime(of: Breaker.pause))
    }

    /// Once a minute: what other processes have learned counts here as well.
    private func readRecords() async {
        let now = time.now()
        let slot = Slot(containing: now)
        if readIn == slot { return }
        do {
            let kept = try await records.read(of: upstream, since: HostPeriod(containing: now).windowStart)
            for place in hosts.indices {
                hosts[place].kept = kept.tallies[hosts[place].baseURL] ?? HostTally()
                // What was learned here while the records were read is newer.
                guard let pause = kept.pauses[hosts[place].baseURL], pause.until > hosts[place].pause?.until ?? now
                else { continue }
                hosts[place].pause = pause
            }
            readIn = slot
        } catch {
            logger.warning("hosts not known", metadata: ["upstream": "\(upstream)", "reason": "\(error)"])
        }
    }
}
