import Cron
import Logging
import Rankings
import Synchronization
import Testing
import Timekeeping

@testable import Scheduler

private let start = Instant(unixSeconds: 1_743_314_400)

/// Remembers for which minutes it was run.
private final class Runs: Sendable {
    private let noted = Mutex<[Int]>([])
    var minutes: [Int] { noted.withLock { $0 } }

    func note(_ planned: Instant) {
        noted.withLock { $0.append(Slot(containing: planned) - Slot(containing: start)) }
    }
}

private struct Broken: Error {}

private func job(
    _ id: String, _ schedule: String, _ run: @escaping @Sendable (Instant) async throws -> Void
) throws -> Job {
    Job(id: id, timing: try Timing(schedule)) { planned in
        try await run(planned)
        return .succeeded
    }
}

private func runner(
    _ jobs: [Job], minutes: Int, time: ManualTime, log: MemoryRunLog = MemoryRunLog()
) -> JobRunner {
    JobRunner(
        jobs: jobs, log: log, time: time, end: start + .minutes(minutes), waitsForJobs: true,
        logger: Logger(label: "test"))
}

@Suite struct JobRunnerTests {
    @Test func everyDueSlotRunsOnceUntilTheEnd() async throws {
        let runs = Runs()
        let job = try job("tick", "*/2 * * * *") { runs.note($0) }
        try await runner([job], minutes: 6, time: ManualTime(start)).run()
        #expect(runs.minutes == [0, 2, 4, 6])
    }

    @Test func failureEndsNeitherTheJobNorTheOthers() async throws {
        let runs = Runs()
        let log = MemoryRunLog()
        let broken = try job("broken", "* * * * *") { _ in throw Broken() }
        let sound = try job("sound", "* * * * *") { runs.note($0) }
        try await runner([broken, sound], minutes: 2, time: ManualTime(start), log: log).run()
        #expect(runs.minutes == [0, 1, 2])
        #expect(log.outcomes(of: "broken") == [.failed, .failed, .failed])
        #expect(log.outcomes(of: "sound") == [.succeeded, .succeeded, .succeeded])
    }

    @Test func slotsThatPassDuringARunCollapseIntoOne() async throws {
        let runs = Runs()
        let time = ManualTime(start)
        let job = try job("slow", "* * * * *") { planned in
            runs.note(planned)
            if runs.minutes.count == 1 { time.move(by: .minutes(5)) }
        }
        try await runner([job], minutes: 6, time: time).run()
        #expect(runs.minutes == [0, 5, 6])
    }

    @Test func startWithinAMinuteRunsThatMinute() async throws {
        let runs = Runs()
        let job = try job("tick", "* * * * *") { runs.note($0) }
        try await runner([job], minutes: 1, time: ManualTime(start + .seconds(30))).run()
        #expect(runs.minutes == [0, 1])
    }

    @Test func onlyTheStartRunsAJobOfTheStart() async throws {
        let runs = Runs()
        let log = MemoryRunLog()
        try await runner([try job("hello", "@reboot") { runs.note($0) }], minutes: 5, time: ManualTime(start), log: log)
            .run()
        #expect(runs.minutes == [0])
        #expect(log.outcomes(of: "hello") == [.succeeded])
    }

    @Test func runsMissedWhileTheProcessWasOffAreCaughtUpWith() async throws {
        for (catchUp, expected) in [
            (CatchUp.skip, [0]), (.once, [0]), (.all(atMost: 3), [-20, -10, 0]), (.all(atMost: 9), [-30, -20, -10, 0]),
        ] {
            let runs = Runs()
            let log = MemoryRunLog(newest: start - .minutes(40))
            var job = try job("dump", "*/10 * * * *") { runs.note($0) }
            job.catchUp = catchUp
            try await runner([job], minutes: 5, time: ManualTime(start), log: log).run()
            #expect(runs.minutes == expected, "\(catchUp)")
        }
    }

    @Test func aRunThatAnotherProcessDidIsNotDoneAgain() async throws {
        let runs = Runs()
        let log = MemoryRunLog(doneElsewhere: [start + .minutes(1)])
        let job = try job("dump", "* * * * *") { runs.note($0) }
        try await runner([job], minutes: 2, time: ManualTime(start), log: log).run()
        #expect(runs.minutes == [0, 2])
    }

    /// Set back by three minutes, the clock shows two of them again.
    @Test func clockSetBackDoublesNothing() async throws {
        let runs = Runs()
        let log = MemoryRunLog()
        let job = try job("dump", "* * * * *") { runs.note($0) }
        try await runner([job], minutes: 3, time: ManualTime(start), log: log).run()
        try await runner([job], minutes: 5, time: ManualTime(start + .minutes(1)), log: log).run()
        #expect(runs.minutes == [0, 1, 2, 3, 4, 5])
    }

    @Test func failedRunIsTriedAgainUntilItSucceeds() async throws {
        let runs = Runs()
        let log = MemoryRunLog()
        var job = try job("backup", "@hourly") { planned in
            runs.note(planned)
            if runs.minutes.count < 3 { throw Broken() }
        }
        job.retries = Retries(count: 5, firstPause: .seconds(10))
        try await runner([job], minutes: 5, time: ManualTime(start), log: log).run()
        #expect(runs.minutes == [0, 0, 0])
        #expect(log.outcomes(of: "backup") == [.succeeded])
        #expect(log.attempts(of: "backup") == [3])
    }

    @Test func retriesEndWhenTheNextRunIsDue() async throws {
        let log = MemoryRunLog()
        var job = try job("tick", "* * * * *") { _ in throw Broken() }
        job.retries = Retries(count: 20, firstPause: .seconds(10))
        try await runner([job], minutes: 1, time: ManualTime(start), log: log).run()
        #expect(log.attempts(of: "tick").allSatisfy { (2...5).contains($0) })
        #expect(log.outcomes(of: "tick") == [.failed, .failed])
    }

    @Test func monitorIsToldOfStartAndEnd() async throws {
        let signals = Mutex<[RunSignal]>([])
        var sound = try job("sound", "@hourly") { _ in }
        sound.ping = { signal, _ in signals.withLock { $0.append(signal) } }
        var broken = try job("broken", "@hourly") { _ in throw Broken() }
        broken.ping = sound.ping
        try await runner([sound, broken], minutes: 1, time: ManualTime(start)).run()
        #expect(signals.withLock { $0 } == [.started, .succeeded, .started, .failed("Broken()")])
    }

    @Test func logThatDoesNotAnswerIsAskedAgain() async throws {
        let runs = Runs()
        let time = ManualTime(start)
        let log = MemoryRunLog(time: time, down: start..<start + .minutes(40))
        let job = try job("backup", "@hourly") { runs.note($0) }
        try await runner([job], minutes: 50, time: time, log: log).run()
        #expect(runs.minutes == [0])
        #expect(log.outcomes(of: "backup") == [.succeeded])
    }

    @Test func runThatCouldNotBeClaimedIsWrittenDownLater() async throws {
        let runs = Runs()
        let time = ManualTime(start)
        let log = MemoryRunLog(time: time, down: start..<start + .seconds(65))
        let job = try job("tick", "* * * * *") { runs.note($0) }
        try await runner([job], minutes: 2, time: time, log: log).run()
        #expect(runs.minutes == [1, 2])
        #expect(log.outcomes(of: "tick") == [.failed, .succeeded, .succeeded])
    }

    @Test func endOfARunIsWrittenDownLater() async throws {
        let runs = Runs()
        let time = ManualTime(start)
        let log = MemoryRunLog(time: time, down: start + .seconds(30)..<start + .seconds(90))
        let job = try job("tick", "* * * * *") { planned in
            runs.note(planned)
            if planned == start { time.move(by: .seconds(40)) }
        }
        try await runner([job], minutes: 2, time: time, log: log).run()
        #expect(runs.minutes == [0, 1, 2])
        #expect(log.outcomes(of: "tick") == [.succeeded, .succeeded, .succeeded])
    }

    @Test func unwrittenRunsAreBounded() async throws {
        let unwritten = UnwrittenRuns()
        let run = JobRun(
            job: "tick", planned: start, started: start, ended: start, outcome: .failed, attempts: 0, detail: nil)
        for _ in 0...UnwrittenRuns.limit { unwritten.add(.notClaimed(run, isShared: true)) }
        #expect(unwritten.count == UnwrittenRuns.limit)
    }

    @Test func runThatTakesTooLongIsStopped() async throws {
        let log = MemoryRunLog()
        var slow = try job("slow", "@hourly") { _ in try await Task.sleep(for: .seconds(3600)) }
        slow.timeLimit = .milliseconds(1)
        let performance = RunPerformance(
            job: slow, planned: start, log: log, unwritten: UnwrittenRuns(), time: SystemTime(), isLimited: true,
            logger: Logger(label: "test"))
        let run = try await performance.perform()
        #expect(run?.outcome == .stopped)
        #expect(log.outcomes(of: "slow") == [.stopped])
    }

    @Test func processThatIsToldToEndWritesItDown() async throws {
        let log = MemoryRunLog()
        let job = try job("slow", "@hourly") { _ in throw CancellationError() }
        let performance = RunPerformance(
            job: job, planned: start, log: log, unwritten: UnwrittenRuns(), time: SystemTime(), isLimited: true,
            logger: Logger(label: "test"))
        let run = try await performance.perform()
        #expect(run?.outcome == .abandoned)
        #expect(log.outcomes(of: "slow") == [.abandoned])
    }
}
