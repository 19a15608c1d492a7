import ArgumentParser
import SimulatedGame

/// What the server is to do wrong.
struct FaultOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Play a fault: KIND:PROBABILITY; may be given several times.",
            discussion: """
                Kinds: \(FaultKind.allCases.map(\.rawValue).joined(separator: ", ")). Each is drawn for each kind of \
                request, event and simulated minute; the first that strikes is played.
                """,
            valueName: "kind:probability"))
    var fault: [String] = []

    @Option(help: "The number the faults are drawn from.")
    var faultSeed: UInt64 = 1

    @Option(help: "How long a slow answer takes, e.g. 30s, by the wall clock.")
    var slowFor: String = "30s"

    func plan() throws -> FaultPlan {
        FaultPlan(rules: try fault.map(FaultRule.init), seed: faultSeed, slowness: try SpanText.duration(slowFor))
    }
}
