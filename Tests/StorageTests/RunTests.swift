import MariaDB
import Rankings
import Storage
import Testing

@Suite struct RunTests {
    private static let planned = StoreFixture.starts

    private static func claim(
        _ fixture: StoreFixture, planned: Instant = planned, process: ClaimOwner? = nil,
        lease: Duration = .seconds(60)
    ) async throws -> ClaimedRun.Answer {
        try await fixture.store.claimRun(
            of: "dump", planned: planned, process: process, owner: ClaimOwner(), lease: lease,
            now: planned + .milliseconds(250))
    }

    private static func won(_ answer: ClaimedRun.Answer) throws -> ClaimedRun {
        guard case .won(let run) = answer else { throw NotClaimed() }
        return run
    }

    @Test func oneProcessOfManyDoesARun() async throws {
        try await StoreFixture.run { fixture in
            let answers = try await withThrowingTaskGroup(of: ClaimedRun.Answer.self) { group in
                for _ in 0..<8 { group.addTask { try await Self.claim(fixture) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count { if case .won = $0 { true } else { false } } == 1)
            #expect(answers.count { $0 == .held } == 7)
        }
    }

    @Test func eachProcessDoesARunOfItsOwn() async throws {
        try await StoreFixture.run { fixture in
            let first = ClaimOwner()
            let answers = [
                try await Self.claim(fixture, process: first), try await Self.claim(fixture, process: ClaimOwner()),
                try await Self.claim(fixture, process: first),
            ]
            #expect(answers.map { if case .won = $0 { true } else { false } } == [true, true, false])
        }
    }

    @Test func finishedRunIsDone() async throws {
        try await StoreFixture.run { fixture in
            let run = try Self.won(try await Self.claim(fixture, lease: .zero))
            let ended = Self.planned + .seconds(3)
            #expect(
                try await fixture.store.finishRun(run, as: .failed, attempts: 2, detail: "no disk 💾", now: ended))
            #expect(try await Self.claim(fixture) == .done)
            #expect(try await !fixture.store.renewRun(run, lease: .seconds(60)))
            #expect(
                try await fixture.store.runs(of: "dump", limit: 10) == [
                    JobRun(
                        job: "dump", planned: Self.planned, started: Self.planned + .milliseconds(250), ended: ended,
                        outcome: .failed, attempts: 2, detail: "no disk 💾")
                ])
        }
    }

    @Test func runOfADeadOwnerIsTakenOverAndFencesIt() async throws {
        try await StoreFixture.run { fixture in
            let paused = try Self.won(try await Self.claim(fixture, lease: .zero))
            #expect(try await fixture.store.runs(of: nil, limit: 1).first?.outcome == .abandoned)
            let taken = try await Self.takeOver(fixture)
            #expect(taken.number == paused.number)
            #expect(taken.epoch == paused.epoch + 1)
            #expect(try await !fixture.store.renewRun(paused, lease: .seconds(60)))
            #expect(
                try await !fixture.store.finishRun(
                    paused, as: .succeeded, attempts: 1, detail: nil, now: Self.planned))
            #expect(try await fixture.store.runs(of: nil, limit: 1).first?.outcome == nil)
            #expect(
                try await fixture.store.finishRun(taken, as: .partly, attempts: 1, detail: nil, now: Self.planned))
            #expect(try await fixture.store.runs(of: nil, limit: 1).first?.outcome == .partly)
        }
    }

    @Test func renewedRunIsHeld() async throws {
        try await StoreFixture.run { fixture in
            let run = try Self.won(try await Self.claim(fixture, lease: .milliseconds(1)))
            #expect(try await fixture.store.renewRun(run, lease: .seconds(60)))
            #expect(try await Self.claim(fixture) == .held)
        }
    }

    /// A process that is told to end gives its run up; what it began is no run that came to an end.
    @Test func abandonedRunIsFreeAtOnce() async throws {
        try await StoreFixture.run { fixture in
            let run = try Self.won(try await Self.claim(fixture))
            _ = try await fixture.store.finishRun(run, as: .abandoned, attempts: 1, detail: nil, now: Self.planned)
            #expect(try await fixture.store.newestPlannedRun(of: "dump") == nil)
            let again = try await Self.takeOver(fixture)
            _ = try await fixture.store.finishRun(again, as: .succeeded, attempts: 1, detail: nil, now: Self.planned)
            #expect(try await fixture.store.newestPlannedRun(of: "dump") == Self.planned)
        }
    }

    @Test func listsTheNewestFirstAndRemovesOldOnes() async throws {
        try await StoreFixture.run { fixture in
            for minute in 0..<5 { _ = try await Self.claim(fixture, planned: Self.planned + .minutes(minute)) }
            _ = try await fixture.store.claimRun(
                of: "tick", planned: Self.planned + .minutes(9), process: ClaimOwner(), owner: ClaimOwner(),
                lease: .seconds(60), now: Self.planned)
            #expect(try await fixture.store.runs(of: nil, limit: 2).map(\.job) == ["tick", "dump"])
            let minutes = try await fixture.store.runs(of: "dump", limit: 100).map { ($0.planned - Self.planned) }
            #expect(minutes == [4, 3, 2, 1, 0].map { .minutes($0) })
            #expect(try await fixture.store.removeRuns(before: Self.planned + .minutes(3)) == 3)
            #expect(try await fixture.store.runs(of: nil, limit: 100).count == 3)
        }
    }

    @Test func longDetailIsCut() async throws {
        try await StoreFixture.run { fixture in
            let run = try Self.won(try await Self.claim(fixture))
            let long = String(repeating: "é", count: 300)
            _ = try await fixture.store.finishRun(run, as: .failed, attempts: 1, detail: long, now: Self.planned)
            let kept = try await fixture.store.runs(of: nil, limit: 1).first?.detail
            #expect(kept == String(repeating: "é", count: 255))
        }
    }

    /// By the database's clock a claim of no duration still holds within its millisecond.
    private static func takeOver(_ fixture: StoreFixture) async throws -> ClaimedRun {
        for _ in 0..<1000 {
            if case .won(let run) = try await claim(fixture) { return run }
        }
        throw NotClaimed()
    }
}
