import Rankings
import Recording
import Testing

@testable import SimulatedGame

@Suite struct SyntheticRecordingTests {
    @Test func anExportReadsBackAsItWas() throws {
        let instant = Fixtures.event(3).window.starts + .hours(60)
        let boards = SyntheticRecording.boards(
            of: Fixtures.world, finished: 2, before: instant, includesLive: true)
        #expect(boards.map(\.event) == ["sim-1", "sim-2", "sim-3", "sim-3", "sim-3"])
        #expect(boards.map(\.board) == ["main", "main", "main", "chapter-1", "chapter-2"])
        let archive = try RecordingArchive(boards: boards)
        #expect(try archive.boards(ofEvents: ["sim-1", "sim-2", "sim-3"]) == boards)
        #expect(try RecordingArchive(boards: boards) == archive)
    }

    @Test func anExportHoldsWhatIsShownAtEachFullHour() throws {
        let event = Fixtures.marathon
        let boards = SyntheticRecording.boards(
            of: Fixtures.world, finished: 1, before: event.window.ends, includesLive: false)
        let world = try RecordedWorld(boards: boards, interval: SlotInterval(minutes: 1))
        let replayed = try #require(world.event(numbered: 1))
        #expect(replayed.window == event.window)
        for hour in [1, 10, 100, 192] {
            let instant = event.window.starts + .hours(hour)
            let truth = Fixtures.world.borders(of: event, on: .main, at: instant)
            let shown = world.borders(of: replayed, on: .main, at: instant)
            #expect(shown.map(\.rank) == truth.map(\.rank))
            #expect(shown.map(\.score) == truth.map(\.score))
        }
        let last = try #require(boards.first?.observations.filter { $0.rank == 1 }.last)
        #expect(last.at == event.window.ends.unixSeconds)
    }

    @Test func onlyFinishedEventsAreExportedUnlessTheLiveOneIsWanted() {
        let instant = Fixtures.marathon.window.ends
        func events(_ count: Int, _ instant: Instant, live: Bool) -> [String] {
            SyntheticRecording.boards(of: Fixtures.world, finished: count, before: instant, includesLive: live)
                .map(\.event)
        }
        #expect(events(5, instant, live: false) == ["sim-1"])
        #expect(events(5, instant, live: true) == ["sim-1"])
        #expect(events(5, instant - .seconds(1), live: false) == [])
        #expect(events(0, instant - .seconds(1), live: true) == ["sim-1"])
        #expect(events(5, Fixtures.epoch - .hours(1), live: true) == [])
    }
}
