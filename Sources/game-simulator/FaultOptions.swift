import ArgumentParser
import SimulatedGame

/// What the server is to do wrong.
struct FaultOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Play a fault: KIND:PROBABILITY[:passing][:common][:SPAN]; may be given several times.",
            discussion: """
                Kinds: \(FaultKind.allCases.map(\.rawValue).joined(separator: ", ")). Each is drawn for each kind of \
                request, event and simulated minute; the first that strikes is played. One that is passing strikes the \
                first attempt of the minute alone, one that is common all requests alike, and one with a span such as \
                20m lasts so long: slow:0.01:passing, maintenance:0.001:common:20m.
                """,
            valueName: "rule"))
    var fault: [String] = []

    @Option(help: "The number the faults are drawn from; each further world takes the next one.")
    var faultSeed: UInt64 = 1

    @Option(help: "How long a slow answer takes, a late one a third of it, e.g. 30s, in simulated time.")
    var slowFor: String = "30s"

    @Option(help: "How long status-429 and maintenance ask a client to wait, in simulated time.")
    var retryAfter: String = "90s"

    /// - Parameter world: from 1.
    func plan(ofWorld world: Int) throws -> FaultPlan {
        FaultPlan(
            rules: try fault.map(FaultRule.init), seed: faultSeed &+ UInt64(world - 1),
            slowness: try SpanText.duration(slowFor), retryAfter: try SpanText.duration(retryAfter))
    }
}
