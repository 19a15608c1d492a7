import Foundation
import Rankings
import Recording

/// A recorded event of a day with one chapter: a few ranks, gaps, a score that falls, a rank that comes late.
enum SmallRecording {
    static let game = "small"
    static let event = "small-7"
    private static let starts: Int64 = 1_743_314_400

    static func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let archive = try RecordingArchive(boards: [
            board("main", hours: 24, ranks: [1, 2, 10, 100, 200, 1000]),
            board("chapter-3", hours: 12, ranks: [1, 100, 500]),
        ])
        try Data(archive.events).write(to: folder.appendingPathComponent(RecordingArchive.eventsFile))
        try Data(archive.borders).write(to: folder.appendingPathComponent(RecordingArchive.bordersFile))
    }

    private static func board(_ name: String, hours: Int64, ranks: [Int]) -> RecordedBoard {
        var observations: [RecordedObservation] = []
        for rank in ranks {
            for step in 0...hours where step == hours || step == 0 || (step + Int64(rank)) % 5 != 0 {
                if rank == 1000 && step < 4 { continue }
                // An odd second within the slot, as recordings have them; the end itself is exact.
                let at = starts + step * 3600 + (step == hours ? 0 : (step * 37 + Int64(rank)) % 800)
                let fall: Int64 = rank == 200 && step == 9 ? 4_000 : 0
                observations.append(
                    RecordedObservation(rank: rank, at: at, score: step * 1_000_000 / Int64(rank) - fall))
            }
        }
        return RecordedBoard(
            game: game, event: event, kind: "marathon", board: name, starts: Instant(unixSeconds: starts),
            ends: Instant(unixSeconds: starts + hours * 3600),
            observations: observations.sorted { ($0.rank, $0.at) < ($1.rank, $1.at) })
    }
}
