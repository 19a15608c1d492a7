import Cron
import Rankings
import Testing

@testable import Scheduler

private let start = Instant(unixSeconds: 1_743_314_400)

private func timetable(_ schedule: String = "* * * * *", _ catchUp: CatchUp = .once) throws -> Timetable {
    Timetable(timing: try Timing(schedule), catchUp: catchUp, start: start)
}

@Suite struct TimetableTests {
    @Test func nothingIsDueTwice() throws {
        var table = try timetable()
        #expect(table.due(at: start).runs == [start])
        #expect(table.due(at: start).runs == [])
        #expect(table.due(at: start + .seconds(59)).runs == [])
        #expect(table.next == start + .minutes(1))
    }

    @Test(arguments: [
        (CatchUp.skip, [600], 10), (.once, [600], 10), (.all(atMost: 1), [600], 10),
        (.all(atMost: 3), [480, 540, 600], 8),
        (.all(atMost: 11), Array(stride(from: 0, through: 600, by: 60)), 0),
    ])
    func clockSetForwardLosesNothingItShouldNot(catchUp: CatchUp, seconds: [Int], leftOut: Int) throws {
        var table = try timetable("* * * * *", catchUp)
        let due = table.due(at: start + .minutes(10))
        #expect(due.runs == seconds.map { start + .seconds($0) })
        #expect(due.leftOut == leftOut)
        #expect(table.due(at: start + .minutes(10)).runs == [])
    }

    @Test func skippingLeavesOutWhatIsLate() throws {
        var table = try timetable("0 * * * *", .skip)
        _ = table.due(at: start)
        let late = table.due(at: start + .hours(3) + .minutes(5))
        #expect(late.runs == [])
        #expect(late.leftOut == 3)
        #expect(table.due(at: start + .hours(4) + .seconds(59)).runs == [start + .hours(4)])
    }

    @Test func clockSetBackIsFollowed() throws {
        var table = try timetable()
        _ = table.due(at: start + .minutes(10))
        #expect(table.due(at: start + .minutes(3)).runs == [start + .minutes(3)])
        #expect(table.next == start + .minutes(4))
    }

    @Test func aYearOfMissedSecondsIsNotCountedOneByOne() throws {
        var table = try timetable("@every 1s", .all(atMost: 5))
        let now = start + .hours(24 * 365)
        #expect(table.due(at: now).runs == (0..<5).map { now - .seconds(4 - $0) })
    }

    @Test func pausesDoubleUpToALimit() {
        var generator = SystemRandomNumberGenerator()
        let retries = Retries(count: 20, firstPause: .seconds(10))
        for (attempt, most) in [(1, 10), (2, 20), (3, 40), (7, 640), (8, 900), (20, 900)] {
            let pause = retries.pause(after: attempt, using: &generator)
            #expect(pause <= .seconds(most))
            #expect(pause >= .seconds(most) / 2)
        }
    }

    @Test func ticketNamesItsRunAsAUUID() {
        let ticket = RunTicket(
            number: 1, owner: Array(repeating: 0xFF, count: 16), job: "tick", planned: start, started: start, epoch: 1)
        #expect(ticket.id == "ffffffff-ffff-4fff-bfff-ffffffffffff")
    }
}
