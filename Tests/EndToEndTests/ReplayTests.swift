import Foundation
import Rankings
import Recording
import Testing

/// A recorded event runs through both programs to its end, and history tells it as it was.
@Suite(.serialized) struct ReplayTests {
    @Test(.enabled(if: Programs.hasRecordedBorders, "no recorded events beside the checkout"))
    func realEventEndsAsItWasRecorded() throws {
        // Its last two days and what follows; the small one runs whole.
        try replay(of: "sekai-kr-126", game: "sekai-kr", in: Programs.recordedBorders, last: .hours(48))
    }

    @Test func smallEventWithAChapterEndsAsItWasRecorded() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("small-\(UUID().uuidString)")
        try SmallRecording.write(to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        try replay(of: SmallRecording.event, game: SmallRecording.game, in: folder)
    }

    /// - Parameter last: how long before the end the programs start; nil from the event's start.
    private func replay(of event: String, game: String, in folder: URL, last: Duration? = nil) throws {
        let archive = try RecordingArchive(
            events: [UInt8](Data(contentsOf: folder.appendingPathComponent(RecordingArchive.eventsFile))),
            borders: [UInt8](Data(contentsOf: folder.appendingPathComponent(RecordingArchive.bordersFile))))
        let boards = try archive.boards(ofEvents: [event])
        let house = try House()
        let ends = try #require(boards.map(\.ends).max())
        let begins = last.map { Slot(containing: ends - $0).start }
        try house.startSimulator(
            ["--replay", folder.path, "--event", event, "--interval", "15", "--speed", "max"]
                + (begins.map { ["--start-at", "\($0)"] } ?? []))
        try house.configure(game: game, cadence: "15m")
        _ = try house.output(["up", "--until", "\(ends + .hours(44))"], within: 600)
        for board in boards { try check(board, from: max(begins ?? board.starts, board.starts), in: house) }
    }

    private func check(_ board: RecordedBoard, from begin: Instant, in house: House) throws {
        let id = "\(board.event)/\(board.board)"
        let bySlot = Dictionary(grouping: board.observations) { Slot(containing: Instant(unixSeconds: $0.at)) }
        var compared = 0
        let slots = bySlot.keys.sorted().filter { $0.start >= begin && $0.start < board.ends }
        for start in stride(from: 0, to: slots.count, by: 100) {
            let some = slots[start..<min(start + 100, slots.count)]
            let rows = try house.rows(
                ["history", "standing", id] + some.flatMap { ["--at", String($0.unixSeconds)] })
            let shown = Dictionary(grouping: rows) { $0["slot"] ?? "" }
            for slot in some {
                let scores = Dictionary(
                    (shown[slot.description] ?? []).map { ($0["rank"] ?? "", $0["score"] ?? "") }
                ) { first, _ in first }
                for observation in bySlot[slot] ?? [] {
                    #expect(
                        scores[String(observation.rank)] == String(observation.score), "\(id) \(slot) \(observation)")
                    compared += 1
                }
            }
        }
        #expect(compared > 0)
        try checkOutcomes(of: id, board, from: begin, in: house)
        try checkFinals(of: id, board, in: house)
    }

    /// Every planned slot ended in exactly one outcome, and every one was seen.
    private func checkOutcomes(of id: String, _ board: RecordedBoard, from begin: Instant, in house: House) throws {
        let outcomes = try house.rows(["history", "outcomes", id])
        let slots = outcomes.compactMap { $0["slot"] }
        #expect(Set(slots).count == slots.count)
        #expect(outcomes.allSatisfy { ["changed", "unchanged"].contains($0["outcome"]) })
        let running = Int(((board.ends - begin).inSeconds / 900).rounded(.up))
        #expect(slots.count { (Instant($0) ?? board.ends) < board.ends } == running)
    }

    private func checkFinals(of id: String, _ board: RecordedBoard, in house: House) throws {
        var finals: [String: String] = [:]
        for observation in board.observations.sorted(by: { $0.at < $1.at }) {
            finals[String(observation.rank)] = String(observation.score)
        }
        let rows = try house.rows(["history", "standing", id])
        for row in rows { #expect(finals[row["rank"] ?? ""] == row["score"], "\(id) \(row)") }
        let data = try #require(house.published("e/\(id)/latest.json"))
        let borders = try JSONDecoder().decode(Latest.self, from: data).borders
        #expect(!borders.score.isEmpty)
        var rank = 0
        for (step, score) in zip(borders.rankSteps, borders.score) {
            rank += step
            #expect(finals[String(rank)] == String(score), "\(id) border \(rank)")
        }
    }

    /// The borders of `latest.json`: columns, the ranks as steps from one to the next.
    private struct Latest: Decodable {
        struct Borders: Decodable {
            let rankSteps: [Int]
            let score: [Int64]

            enum CodingKeys: String, CodingKey {
                case rankSteps = "rank_steps"
                case score
            }
        }

        let borders: Borders
    }
}
