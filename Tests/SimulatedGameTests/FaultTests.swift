import Rankings
import Testing

@testable import SimulatedGame

@Suite struct FaultTests {
    private let event = Fixtures.marathon

    private func plan(_ rules: [String], seed: UInt64 = 5) throws -> FaultPlan {
        FaultPlan(rules: try rules.map(FaultRule.init), seed: seed, slowness: .seconds(3))
    }

    private func faults(_ plan: FaultPlan, _ request: GameRequest) -> [FaultKind?] {
        (0..<2000).map { plan.fault(for: request, at: event.window.starts + .minutes($0)) }
    }

    @Test func faultsRepeatWithTheSameSeedOnly() throws {
        let rules = ["status-503:0.05", "half:0.05"]
        let first = faults(try plan(rules), .top100(event: 1))
        #expect(first == faults(try plan(rules), .top100(event: 1)))
        #expect(first != faults(try plan(rules, seed: 6), .top100(event: 1)))
        #expect(first != faults(try plan(rules), .borders(event: 1)))
        #expect(first != faults(try plan(rules), .top100(event: 2)))
        let share = Double(first.count { $0 != nil }) / Double(first.count)
        #expect((0.06...0.14).contains(share))
    }

    @Test func aFaultLastsTheWholeMinute() throws {
        let plan = try plan(["slow:0.5"])
        for minute in 0..<50 {
            let start = event.window.starts + .minutes(minute)
            let fault = plan.fault(for: .events, at: start)
            #expect(plan.fault(for: .events, at: start + .milliseconds(59_999)) == fault)
        }
    }

    @Test func probabilitiesOfNoneAndAllAreKept() throws {
        #expect(faults(try plan(["garbage:0"]), .events).allSatisfy { $0 == nil })
        #expect(faults(try plan(["garbage:1"]), .events).allSatisfy { $0 == .garbage })
    }

    @Test(arguments: FaultKind.allCases) func eachFaultIsPlayed(kind: FaultKind) throws {
        let honest = GameServer(world: Fixtures.world, faults: .none)
        let server = GameServer(world: Fixtures.world, faults: try plan(["\(kind.rawValue):1"]))
        let instant = event.window.starts + .hours(100)
        let truth = honest.answer(.top100(event: 1), at: instant)
        let answer = server.answer(.top100(event: 1), at: instant)
        #expect(answer.fault == kind)
        switch kind {
        case .status503: #expect(answer.status == 503 && answer.shown.isEmpty)
        case .status403: #expect(answer.status == 403 && answer.shown.isEmpty)
        case .status404: #expect(answer.status == 404 && answer.shown.isEmpty)
        case .cutBody: #expect(answer.delivery == .cut && answer.shown.isEmpty && answer.body == truth.body)
        case .slow: #expect(answer.delivery == .delayed(.seconds(3)) && answer.shown == truth.shown)
        case .garbage: #expect(answer.status == 200 && answer.shown.isEmpty && answer.body != truth.body)
        case .half: #expect(answer.shown.first?.rows == truth.shown.first.map { Array($0.rows.prefix(50)) })
        }
    }

    @Test(arguments: ["", "slow", "slow:", "slow:2", "slow:-0.1", "slow:nan", "sleepy:0.5", "slow:0.5:1", ":0.5"])
    func malformedRulesAreRefused(text: String) {
        let error = #expect(throws: SimulatedGameError.self) { try FaultRule(text) }
        #expect(error?.code == .badFault)
    }
}
