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

    @Test func aPassingFaultStrikesTheFirstAttemptOfAMinute() throws {
        let plan = try plan(["garbage:1:passing", "slow:1"])
        let instant = event.window.starts
        #expect(plan.fault(for: .events, at: instant, attempt: 1) == .garbage)
        #expect(plan.fault(for: .events, at: instant, attempt: 2) == .slow)
        #expect(plan.fault(for: .events, at: instant + .minutes(1), attempt: 1) == .garbage)
    }

    @Test func aCommonFaultStrikesAllRequestsAlike() throws {
        let plan = try plan(["slow:0.2:common"])
        let found = faults(plan, .events)
        #expect(found == faults(plan, .top100(event: 1)) && found == faults(plan, .borders(event: 2)))
        #expect((200...600).contains(found.count { $0 == .slow }))
    }

    @Test func aFaultWithASpanLastsSoLong() throws {
        let begins = faults(try plan(["slow:0.01"]), .events).map { $0 != nil }
        let lasting = faults(try plan(["slow:0.01:5m"]), .events).map { $0 != nil }
        let expected = begins.indices.map { minute in begins[max(0, minute - 4)...minute].contains(true) }
        // What began before the first minute is not known here.
        #expect(lasting.dropFirst(4) == expected.dropFirst(4))
        #expect(begins.contains(true) && lasting.contains(false))
    }

    @Test func wordsOfARuleGoTogether() throws {
        let rule = try FaultRule("maintenance:0.001:common:20m:passing")
        #expect(rule.isCommon && rule.isPassing && rule.minutes == 20)
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
        case .status426: #expect(answer.status == 426 && answer.shown.isEmpty)
        case .status429: #expect(answer.status == 429 && answer.headers == ["Retry-After": "90"])
        case .status500: #expect(answer.status == 500 && answer.shown.isEmpty)
        case .maintenance: #expect(answer.status == 503 && answer.headers == ["Retry-After": "90"])
        case .errorInBody: #expect(answer.status == 200 && answer.body.count < 100 && answer.shown.isEmpty)
        case .hugeBody: #expect(answer.body.count == truth.body.count + 50_000_000)
        case .bomb: #expect(answer.headers == ["Content-Encoding": "gzip"] && answer.body.count < 1_000_000)
        case .clockAhead: #expect(answer.headers == ["Age": "3600"] && answer.body == truth.body)
        case .wrongTypes: #expect(answer.body != truth.body && answer.shown.isEmpty)
        case .noBorders:
            let borders = server.answer(.borders(event: 1), at: instant)
            #expect(answer.shown == truth.shown && borders.shown.first?.rows == [])
        case .noRows: #expect(answer.shown.first?.rows == [])
        case .duplicateRanks: #expect(answer.shown.first?.rows.count == truth.shown[0].rows.count + 1)
        case .hostileNames: #expect(answer.shown.first?.rows[0].name.contains("<script>") == true)
        case .cutBody: #expect(answer.delivery == .cut && answer.shown.isEmpty && answer.body == truth.body)
        case .late: #expect(answer.delivery == .delayed(.seconds(1)) && answer.shown == truth.shown)
        case .slow: #expect(answer.delivery == .delayed(.seconds(3)) && answer.shown == truth.shown)
        case .garbage: #expect(answer.status == 200 && answer.shown.isEmpty && answer.body != truth.body)
        case .half: #expect(answer.shown.first?.rows == truth.shown.first.map { Array($0.rows.prefix(50)) })
        case .stale, .absent, .lowered, .tied, .renamed:
            #expect(answer.status == 200 && answer.shown != truth.shown && answer.body != truth.body)
        }
    }

    /// 100 minutes of one fault on the top 100 and on the borders, each beside the honest answer.
    private func pairs(_ kind: FaultKind, _ request: GameRequest) throws -> [(
        rows: [RankedPlayer], honest: [RankedPlayer]
    )] {
        let honest = GameServer(world: Fixtures.world, faults: .none)
        let server = GameServer(world: Fixtures.world, faults: try plan(["\(kind.rawValue):1"]))
        return try (0..<100).map { minute in
            let instant = event.window.starts + .hours(100) + .minutes(minute)
            return (
                try #require(server.answer(request, at: instant).shown.first?.rows),
                try #require(honest.answer(request, at: instant).shown.first?.rows)
            )
        }
    }

    @Test(arguments: [FaultKind.absent, .lowered, .tied, .renamed]) func rareRowsStayInOrder(kind: FaultKind) throws {
        for request in [GameRequest.top100(event: 1), .borders(event: 1)] {
            for (rows, _) in try pairs(kind, request) {
                for (better, worse) in zip(rows, rows.dropFirst()) {
                    #expect(better.rank < worse.rank && better.score >= worse.score)
                }
                #expect(Set(rows.map(\.player.userID)).count == rows.count)
            }
        }
    }

    @Test func rareRowsDoWhatTheirNameSays() throws {
        let top = GameRequest.top100(event: 1)
        func players(_ rows: [RankedPlayer]) -> Set<Int64> { Set(rows.map(\.player.userID)) }
        func scores(_ rows: [RankedPlayer]) -> [Int64: Int64] {
            Dictionary(uniqueKeysWithValues: rows.map { ($0.player.userID, $0.score) })
        }
        for (rows, honest) in try pairs(.absent, top) {
            #expect(players(rows).isStrictSubset(of: players(honest)))
            #expect(rows.map(\.rank) == Array(1...rows.count))
        }
        for (rows, honest) in try pairs(.lowered, top) {
            let before = scores(honest)
            #expect(players(rows) == players(honest))
            #expect(rows.allSatisfy { $0.score <= before[$0.player.userID] ?? 0 })
            #expect(rows.contains { $0.score < before[$0.player.userID] ?? 0 })
        }
        let tied = try pairs(.tied, top)
        #expect(tied.allSatisfy { pair in zip(pair.rows, pair.rows.dropFirst()).contains { $0.score == $1.score } })
        #expect(tied.contains { pair in pair.rows.map(\.player.userID) != pair.honest.map(\.player.userID) })
        for (rows, honest) in try pairs(.renamed, top) {
            #expect(scores(rows) == scores(honest))
            #expect(zip(rows, honest).contains { $0.name != $1.name })
        }
    }

    @Test func staleAnswersShowTheBoardAsItWas() throws {
        let honest = GameServer(world: Fixtures.world, faults: .none)
        let server = GameServer(world: Fixtures.world, faults: try plan(["stale:1"]))
        let instant = event.window.starts + .hours(100)
        let past = (1...120).map { honest.answer(.borders(event: 1), at: instant - .minutes($0)).body }
        #expect(past.contains(server.answer(.borders(event: 1), at: instant).body))
    }

    @Test(arguments: [
        "", "slow", "slow:", "slow:2", "slow:-0.1", "slow:nan", "sleepy:0.5", "slow:0.5:1", ":0.5", "slow:0.5:",
        "slow:0.5:rarely", "slow:0.5:90s", "slow:0.5:0m", "slow:0.5:2d",
    ])
    func malformedRulesAreRefused(text: String) {
        let error = #expect(throws: SimulatedGameError.self) { try FaultRule(text) }
        #expect(error?.code == .badFault)
    }
}
