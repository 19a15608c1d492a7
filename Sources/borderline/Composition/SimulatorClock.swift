import Foundation
import Rankings
import Timekeeping
import Transfer

/// The clock of a game simulator, followed so that both programs live in the same time.
struct SimulatorClock: Sendable {
    private struct Answer: Decodable {
        let now: Int64
        let speed: Speed
        /// At `max` speed.
        let waitingSpeed: Double?
    }

    /// A number, or the word `max`.
    private enum Speed: Decodable {
        case times(Double)
        case max

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let word = try? container.decode(String.self), word == "max" {  // nil means: it is a number
                self = .max
            } else {
                self = .times(try container.decode(Double.self))
            }
        }
    }

    let baseURL: String
    let client: TransferClient

    /// The simulator's clock as it runs: in real time, faster, or from one due instant to the next.
    func timeSource() async throws -> any TimeSource {
        let answer = try await ask(Request(url: baseURL + "/simulation/clock"))
        let now = Instant(unixMilliseconds: answer.now)
        switch answer.speed {
        case .times(let speed): return ScaledTime(anchor: now, speed: speed)
        case .max:
            let waitingSpeed = answer.waitingSpeed ?? 1
            guard waitingSpeed >= 1 else { throw SimulatorClockError("has the waiting speed \(waitingSpeed)") }
            return ManualTime(now, speed: waitingSpeed) { instant in try await advance(to: instant) }
        }
    }

    private func advance(to instant: Instant) async throws {
        var request = Request(url: baseURL + "/simulation/clock?advance-to=\(instant.unixMilliseconds)")
        request.method = "POST"
        _ = try await ask(request)
    }

    private func ask(_ request: Request) async throws -> Answer {
        let response = try await client.perform(request)
        guard response.status == 200 else { throw SimulatorClockError("answered \(response.status)") }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Answer.self, from: Data(response.body))
    }
}

/// The simulator whose clock is to be followed does not tell the time.
struct SimulatorClockError: Error, CustomStringConvertible {
    private let problem: String
    init(_ problem: String) { self.problem = problem }
    var description: String { "the simulator's clock \(problem): is clock.simulator its address?" }
}
