package import Crawler
import Rankings
package import Storage

/// Counters of hosts in the store.
package struct SharedHosts: HostRecords {
    private let store: Store

    package init(store: Store) { self.store = store }

    package func read(of upstream: String, since first: HostPeriod) async throws -> KeptHosts {
        var tallies: [String: HostTally] = [:]
        for (host, counts) in Dictionary(
            grouping: try await store.hostCounts(of: upstream, since: first.number), by: \.host)
        {
            var answers: [LatencyClass: Int] = [:]
            for count in counts {
                if let latency = count.latency { answers[LatencyClass(number: latency), default: 0] += count.requests }
            }
            tallies[host] = HostTally(
                answers: answers, failures: counts.filter { $0.latency == nil }.reduce(0) { $0 + $1.requests })
        }
        let pauses = try await store.hostPauses(of: upstream)
        return KeptHosts(
            tallies: tallies,
            pauses: Dictionary(pauses.map { ($0.host, HostPause(until: $0.until, status: $0.status)) }) { $1 })
    }

    package func add(_ tallies: [String: HostTally], of upstream: String, in period: HostPeriod) async throws {
        let counts = tallies.flatMap { host, tally in
            tally.answers.map { KeptHostCount(host: host, latency: $0.key.number, requests: $0.value) }
                + (tally.failures > 0 ? [KeptHostCount(host: host, latency: nil, requests: tally.failures)] : [])
        }
        try await store.addHostCounts(
            counts, of: upstream, in: period.number, dropping: period.windowStart.number)
    }

    package func pause(_ host: String, of upstream: String, _ pause: HostPause) async throws {
        try await store.pauseHost(
            KeptHostPause(host: host, until: pause.until, status: pause.status), of: upstream)
    }
}
