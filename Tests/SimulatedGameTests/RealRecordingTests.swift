import Foundation
import Rankings
import Recording
import Testing

@testable import SimulatedGame

/// Replays of real recordings, where they lie beside the repository.
@Suite struct RealRecordingTests {
    static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/data/borders")
    static let isPresent = FileManager.default.fileExists(atPath: folder.appending(path: "events.csv.gz").path())

    @Test(
        .enabled(if: isPresent, "needs real recordings in ../shared/data/borders"),
        arguments: [("sekai-kr-126", 15), ("sekai-kr-124", 15), ("sekai-jp-211", 1)])
    func everyRecordedObservationIsShownAtItsSlot(name: String, minutes: Int) throws {
        let archive = RecordingArchive(
            events: Array(try Data(contentsOf: Self.folder.appending(path: "events.csv.gz"))),
            borders: Array(try Data(contentsOf: Self.folder.appending(path: "borders.csv.gz"))))
        let interval = try SlotInterval(minutes: minutes)
        let boards = try archive.boards(ofEvents: [name])
        let world = try RecordedWorld(boards: boards, interval: interval)
        let event = try #require(world.events(at: Fixtures.epoch).first)
        #expect(event.boards.map(\.name) == boards.map(\.board))
        var compared = 0
        for (board, recorded) in zip(event.boards, boards) {
            let bySlot = Dictionary(grouping: recorded.observations) { interval.slot(ofSecond: $0.at) }
            for (slot, observations) in bySlot {
                let instant = Instant(unixSeconds: slot)
                let shown =
                    world.entries(of: event, on: board, at: instant)
                    + world.borders(of: event, on: board, at: instant)
                let scores = Dictionary(shown.map { ($0.rank, $0.score) }) { first, _ in first }
                #expect(observations.allSatisfy { scores[$0.rank] == $0.score })
                compared += observations.count
            }
        }
        #expect(compared > 3000)
    }
}
