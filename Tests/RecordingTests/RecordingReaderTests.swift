import Testing

@testable import Recording

@Suite struct RecordingReaderTests {
    private static let header = "game,event,board,rank,at,score\n"
    private static let events = "game,event,kind,board,starts_at,ends_at\ng,g-1,marathon,main,0,3600\n"

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test(arguments: [
        "g,a-1,marathon,main,1743314400,1743400801", "g,a-1,marathon,main,1743400800,1743314400",
        "g,a-1,marathon,main,x,1743314400", "g,a-1,marathon,main,1", "g,a-1,marathon,main,0,9223372036854774000",
    ])
    func malformedEventsAreRefused(line: String) {
        let events = "game,event,kind,board,starts_at,ends_at\n\(line)\n"
        let error = #expect(throws: RecordingError.self) {
            try RecordingReader.boards(ofEvents: ["a-1"], events: bytes(events), borders: bytes(Self.header))
        }
        #expect(error?.code == .malformedFile)
    }

    @Test func everyEventIsReadWhereNoneIsNamed() throws {
        let events = Self.events + "g,g-2,marathon,main,0,3600\ng,g-1,marathon,chapter-1,0,3600\n"
        let boards = try RecordingReader.boards(ofEvents: nil, events: bytes(events), borders: bytes(Self.header))
        #expect(boards.map { "\($0.event)/\($0.board)" } == ["g-1/main", "g-1/chapter-1", "g-2/main"])
    }

    @Test func anUnknownEventIsRefusedWithTheKnownOnes() {
        let error = #expect(throws: RecordingError.self) {
            try RecordingReader.boards(
                ofEvents: ["g-2"], events: bytes(Self.events), borders: bytes(Self.header))
        }
        #expect(error?.code == .unknownEvent)
        #expect(error?.description.contains("g-1") == true)
    }

    @Test(arguments: [
        "", "game,event\n", "\(header)g,g-1,main,1,2\n", "\(header)g,g-1,main,one,2,3\n",
        "\(header)g,g-1,main,0,2,3\n", "\(header)g,g-1,main,1,2,-3\n", "\(header)g,g-1,main,1,-2,3\n", "\(header)g\n",
        "\(header)g,g-1,main,1,2,3,4\n",
    ])
    func malformedTablesAreRefusedWithTheirLine(table: String) {
        let error = #expect(throws: RecordingError.self) {
            try RecordingReader.boards(
                ofEvents: ["g-1"], events: bytes(Self.events), borders: bytes(table))
        }
        #expect(error?.code == .malformedFile)
        #expect(error?.item.contains("borders.csv") == true)
    }

    @Test func observationsAreSortedAndThoseOfOtherEventsLeftOut() throws {
        let table = "\(Self.header)g,g-1,main,10,60,3\ng,g-1,main,2,120,5\ng,g-1,main,2,60,4\ng,g-9,main,1,60,9\n"
        let boards = try RecordingReader.boards(
            ofEvents: ["g-1"], events: bytes(Self.events), borders: bytes(table))
        #expect(
            boards.first?.observations == [
                RecordedObservation(rank: 2, at: 60, score: 4), RecordedObservation(rank: 2, at: 120, score: 5),
                RecordedObservation(rank: 10, at: 60, score: 3),
            ])
    }

    @Test func lastObservationOfAMinuteCounts() throws {
        let table = "\(Self.header)g,g-1,main,2,119,5\ng,g-1,main,2,60,4\ng,g-1,main,2,120,6\ng,g-1,main,1,61,9\n"
        let board = try RecordingReader.boards(
            ofEvents: ["g-1"], events: bytes(Self.events), borders: bytes(table))[0]
        #expect(
            board.observationsByMinute == [
                RecordedObservation(rank: 1, at: 61, score: 9), RecordedObservation(rank: 2, at: 119, score: 5),
                RecordedObservation(rank: 2, at: 120, score: 6),
            ])
    }

    @Test func whatIsNoGzipIsRefused() {
        let archive = RecordingArchive(events: bytes("plain"), borders: [])
        let error = #expect(throws: RecordingError.self) { try archive.boards(ofEvents: ["g-1"]) }
        #expect(error?.code == .malformedFile)
        #expect(error?.item == "events.csv.gz")
    }
}
