import Cron
import Logging
import Rankings
import Synchronization
import Testing
import Timekeeping

@testable import Scheduler

private let start = Instant(unixSeconds: 1_743_314_400)

/// Remembers for which slots it was run.
private final class Runs: Sendable {
    private let slots = Mutex<[Int]>([])
    var minutes: [Int] { slots.withLock { $0 } }
    func note(_ slot: Slot) { slots.withLock { $0.append(slot - Slot(containing: start)) } }
}

private struct Broken: Error {}

private func runner(_ jobs: [Job], minutes: Int, time: ManualTime) -> JobRunner {
    JobRunner(
        jobs: jobs, time: time, end: start + .minutes(minutes), waitsForJobs: true, logger: Logger(label: "test"))
}

@Suite struct JobRunnerTests {
    @Test func everyDueSlotRunsOnceUntilTheEnd() async throws {
        let runs = Runs()
        let job = Job(name: "tick", schedule: try CronSchedule("*/2 * * * *")) { runs.note($0) }
        try await runner([job], minutes: 6, time: ManualTime(start)).run()
        #expect(runs.minutes == [0, 2, 4, 6])
    }

    @Test func failureEndsNeitherTheJobNorTheOthers() async throws {
        let runs = Runs()
        let broken = Job(name: "broken", schedule: try CronSchedule("* * * * *")) { _ in throw Broken() }
        let sound = Job(name: "sound", schedule: try CronSchedule("* * * * *")) { runs.note($0) }
        try await runner([broken, sound], minutes: 2, time: ManualTime(start)).run()
        #expect(runs.minutes == [0, 1, 2])
    }

    @Test func slotsThatPassDuringARunCollapseIntoOne() async throws {
        let runs = Runs()
        let time = ManualTime(start)
        let job = Job(name: "slow", schedule: try CronSchedule("* * * * *")) { slot in
            runs.note(slot)
            if runs.minutes.count == 1 { time.move(by: .minutes(5)) }
        }
        try await runner([job], minutes: 6, time: time).run()
        #expect(runs.minutes == [0, 5, 6])
    }

    @Test func startWithinAMinuteRunsThatMinute() async throws {
        let runs = Runs()
        let job = Job(name: "tick", schedule: try CronSchedule("* * * * *")) { runs.note($0) }
        try await runner([job], minutes: 1, time: ManualTime(start + .seconds(30))).run()
        #expect(runs.minutes == [0, 1])
    }

    @Test func clockSetBackIsFollowed() throws {
        let job = Job(name: "tick", schedule: try CronSchedule("* * * * *")) { _ in }
        var timetable = Timetable([job], start: Slot(containing: start))
        #expect(timetable.due(at: Slot(containing: start) + 10) == [0])
        #expect(timetable.due(at: Slot(containing: start) + 10) == [])
        #expect(timetable.due(at: Slot(containing: start) + 3) == [0])
        #expect(timetable.next == Slot(containing: start) + 4)
    }
}
