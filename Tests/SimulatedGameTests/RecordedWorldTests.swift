import Rankings
import Recording
import Testing

@testable import SimulatedGame

@Suite struct RecordedWorldTests {
    private static let start: Int64 = 1_743_314_400
    private static let events = """
        game,event,kind,board,starts_at,ends_at
        g,g-one-12,marathon,main,1743314400,1743400800
        g,g-one-12,marathon,chapter-7,1743314400,1743357600
        g,g-one-12,marathon,chapter-finale,1743357600,1743400800
        g,other-13,marathon,main,1743314400,1743400800

        """
    private static let borders = """
        game,event,board,rank,at,score
        g,g-one-12,main,100,1743314400,0
        g,g-one-12,main,100,1743316693,215537
        g,g-one-12,main,100,1743319727,215000
        g,g-one-12,main,100,1743400800,900000
        g,g-one-12,main,1,1743316693,700000
        g,g-one-12,main,1000,1743316693,4000
        g,g-one-12,chapter-7,10,1743316800,77
        g,other-13,main,1,1743314400,5

        """

    private func world(interval: Int = 1, events names: [String] = ["g-one-12"]) throws -> RecordedWorld {
        let boards = try RecordingReader.boards(
            ofEvents: names, events: Fixtures.bytes(Self.events), borders: Fixtures.bytes(Self.borders))
        return try RecordedWorld(boards: boards, interval: SlotInterval(minutes: interval))
    }

    private func at(_ second: Int64) -> Instant { Instant(unixSeconds: second) }

    @Test func eventsTakeTheirNumberFromTheirName() throws {
        let world = try world(events: ["other-13", "g-one-12"])
        #expect(world.events(at: at(0)).map(\.number) == [12, 13])
        let event = try #require(world.event(numbered: 12))
        #expect(event.window.aggregates == at(1_743_400_799))
        #expect(event.boards.map(\.name) == ["main", "chapter-7", "chapter-finale"])
        #expect(world.firstStart == at(1_743_314_400))
        #expect(world.event(numbered: 14) == nil)
    }

    @Test func anObservationIsShownFromTheStartOfItsSlot() throws {
        // 1743316693 is 06:38:13: its minute begins at …680, its quarter of an hour at …200.
        for (interval, slot) in [(1, Int64(1_743_316_680)), (15, 1_743_316_200), (60, 1_743_314_400)] {
            let world = try world(interval: interval)
            let event = try #require(world.event(numbered: 12))
            let before = world.entries(of: event, on: .main, at: at(slot) - .milliseconds(1))
            let after = world.entries(of: event, on: .main, at: at(slot))
            #expect(before.map(\.score) == (interval == 60 ? [] : [0]))
            #expect(after.map(\.rank) == [1, 100])
            #expect(after.map(\.score) == [700_000, 215_537])
        }
    }

    @Test func scoresFallWhereTheyFellInTheRecording() throws {
        let world = try world()
        let event = try #require(world.event(numbered: 12))
        #expect(world.entries(of: event, on: .main, at: at(1_743_319_700)).map(\.score) == [700_000, 215_000])
    }

    @Test func rank100IsInBothListsAndLowerRanksAreBorders() throws {
        let world = try world()
        let event = try #require(world.event(numbered: 12))
        let end = event.window.ends
        #expect(world.entries(of: event, on: .main, at: end).map(\.rank) == [1, 100])
        #expect(world.borders(of: event, on: .main, at: end).map(\.rank) == [100, 1000])
        #expect(world.entries(of: event, on: event.boards[1], at: end).map(\.score) == [77])
    }

    @Test func theFinalObservationIsShownWhileItCountsAndAfter() throws {
        let world = try world()
        let server = GameServer(world: world, faults: .none)
        for second in [1_743_400_800, 1_743_401_000, 1_743_401_400, 1_743_500_000] as [Int64] {
            let shown = server.answer(.top100(event: 12), at: at(second)).shown
            #expect(shown.first?.rows.last?.score == 900_000)
        }
        #expect(server.answer(.top100(event: 12), at: at(1_743_400_799)).shown.first?.rows.last?.score == 215_000)
    }

    @Test func playersStayTheSameForARank() throws {
        let world = try world()
        let event = try #require(world.event(numbered: 12))
        let early = world.entries(of: event, on: .main, at: at(1_743_316_700))
        let late = world.entries(of: event, on: .main, at: event.closes)
        #expect(early.map(\.player) == late.map(\.player))
        #expect(early.map(\.name) == late.map(\.name))
        #expect(Set(early.map(\.player.userID)).count == 2)
    }

    @Test(arguments: [0, -1, 7, 61, 120]) func intervalsThatDoNotDivideAnHourAreRefused(minutes: Int) {
        #expect(throws: SimulatedGameError.self) { try SlotInterval(minutes: minutes) }
    }

    @Test(arguments: [
        "g,nameless,marathon,main,1743314400,1743400800", "g,nameless-1,marathon,highscore,1743314400,1743400800",
        "g,a-1234567890,marathon,main,1743314400,1743400800",
        "g,a-1,marathon,main,1743314400,1743400800\ng,a-1,marathon,extra,1743314400,1743400800",
    ])
    func eventsThatCannotBeShownAreRefused(lines: String) throws {
        let boards = try boards(lines)
        let error = #expect(throws: SimulatedGameError.self) {
            try RecordedWorld(boards: boards, interval: SlotInterval(minutes: 1))
        }
        #expect(error?.code == .unshowableEvent)
    }

    @Test(arguments: [
        "g,a-1,marathon,main,1743314400,1743400801", "g,a-1,marathon,main,1743400800,1743314400",
        "g,a-1,marathon,main,x,1743314400", "g,a-1,marathon,main,1", "g,a-1,marathon,main,0,9223372036854774000",
    ])
    func malformedEventsAreRefused(lines: String) {
        let error = #expect(throws: RecordingError.self) { try boards(lines) }
        #expect(error?.code == .malformedFile)
    }

    /// The boards of the one event the lines of an events table are about.
    private func boards(_ lines: String) throws -> [RecordedBoard] {
        try RecordingReader.boards(
            ofEvents: [String(lines.split(separator: ",")[1])],
            events: Fixtures.bytes("game,event,kind,board,starts_at,ends_at\n\(lines)\n"),
            borders: Fixtures.bytes("game,event,board,rank,at,score\n"))
    }

    @Test func twoEventsOfOneNumberAreRefused() throws {
        let events = """
            game,event,kind,board,starts_at,ends_at
            a,a-1,marathon,main,1743314400,1743400800
            b,b-1,marathon,main,1743314400,1743400800

            """
        let boards = try RecordingReader.boards(
            ofEvents: ["a-1", "b-1"], events: Fixtures.bytes(events),
            borders: Fixtures.bytes("game,event,board,rank,at,score\n"))
        let error = #expect(throws: SimulatedGameError.self) {
            try RecordedWorld(boards: boards, interval: SlotInterval(minutes: 1))
        }
        #expect(error?.code == .unshowableEvent)
    }
}
