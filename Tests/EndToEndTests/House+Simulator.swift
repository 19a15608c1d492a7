import Foundation
import FoundationNetworking
import Rankings
import Testing

/// The simulator's clock, which stands still by itself; every program that follows it starts where it stands.
extension House {
    private struct Clock: Decodable {
        let now: Int64
    }

    /// Where the clock stands.
    func simulatedNow() async throws -> Instant { try await clock("GET", "") }

    /// Moves the clock.
    func advanceSimulator(to instant: Instant) async throws {
        _ = try await clock("POST", "?advance-to=\(instant.unixMilliseconds)")
    }

    /// Has the simulator work out its first event, which takes a second or two, before anybody's time limit runs.
    func warmSimulator() async throws {
        _ = try await URLSession.shared.data(
            from: try #require(URL(string: "\(simulatorURL)/api/event/1/ranking-border")))
    }

    private func clock(_ method: String, _ query: String) async throws -> Instant {
        var request = URLRequest(url: try #require(URL(string: "\(simulatorURL)/simulation/clock\(query)")))
        request.httpMethod = method
        let (data, _) = try await URLSession.shared.data(for: request)
        return Instant(unixMilliseconds: try JSONDecoder().decode(Clock.self, from: data).now)
    }
}
