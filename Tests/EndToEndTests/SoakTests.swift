import Foundation
import History
import Rankings
import Testing

/// What `Scripts/soak` does with 100,000 slots, with some hundred; and that its comparison can fail.
@Suite(.serialized, .enabled(if: HistoryOracle.isInstalled, "needs python3")) struct SoakTests {
    private static let slots = 300

    @Test func everySlotIsWhatTheFaultsImplyAndAChangedOneIsNamed() throws {
        let house = try House()
        let soak = try self.soak(in: house)
        #expect(soak.status == 0, "\(soak.output) \(soak.errors.suffix(2000))")
        #expect(soak.output.contains("outcomes, as the faults imply: "))
        for kind in ["changed", "partial", "refused"] { #expect(soak.output.contains("\(kind) ")) }
        // The next programs find the configuration where a house has it.
        let seen = try slot(where: "s.outcome = 'changed' AND s.base_slot < s.slot", in: house)
        try change(seen, "outcome = 'unchanged'", in: house)
        let whole = try slot(where: "s.outcome = 'changed' AND s.base_slot = s.slot", in: house)
        try change(whole, "delta = UNHEX('\(try withABetterLeader(whole))')", in: house)

        let again = try self.soak(in: house, "--again")
        #expect(again.status == 1)
        #expect(again.output.contains("DIFFERENCE w1-3/main \(seen.slot) outcome: 'unchanged' in place of 'changed'"))
        let score = "DIFFERENCE w1-3/main \(whole.slot) entries: {'name': "
        #expect(again.output.contains(score), "\(again.output)")
        #expect(again.output.contains("outcomes are "))
    }

    private func soak(in house: House, _ more: String...) throws -> Finished {
        let script = Programs.checkout.appendingPathComponent("Scripts/soak")
        let arguments = [
            "--slots", "\(Self.slots)", "--waiting-speed", "20", "--programs", Programs.folder.path, "--folder",
            house.folder.path,
        ]
        return try RunningProgram(script, arguments + more, in: house.folder).wait(within: 300)
    }

    /// A slot of the first game's main board.
    private struct Found {
        let slot: Slot
        /// nil where nothing was recorded.
        let delta: Delta?
    }

    private func slot(where condition: String, in house: House) throws -> Found {
        let line = try sql(
            """
            SELECT s.slot, COALESCE(HEX(s.delta), '') FROM slot s JOIN board b ON b.id = s.board_id \
            JOIN event e ON e.id = b.event_id WHERE e.name = 'w1-3' AND b.name = 'main' AND \(condition) \
            ORDER BY s.slot LIMIT 1 OFFSET 1
            """, in: house)
        let values = line.split(whereSeparator: \.isWhitespace)
        let minute = try #require(values.first.flatMap { Int64($0) })
        let delta = values.count > 1 ? Delta(bytes: try bytes(String(values[1]))) : nil
        return Found(slot: Slot(unixMinute: minute), delta: delta)
    }

    private func change(_ found: Found, _ assignment: String, in house: House) throws {
        _ = try sql(
            """
            UPDATE slot s JOIN board b ON b.id = s.board_id JOIN event e ON e.id = b.event_id SET \(assignment) \
            WHERE e.name = 'w1-3' AND b.name = 'main' AND s.slot = \(found.slot.unixMinute)
            """, in: house)
    }

    private func sql(_ statement: String, in house: House) throws -> String {
        try house.output(["database", "shell", "--", "-Ne", statement])
    }

    /// The whole board of a slot, with one point more for the first, in hexadecimal digits.
    private func withABetterLeader(_ found: Found) throws -> String {
        let board = try Snapshot().applying(try #require(found.delta), at: found.slot)
        let first = try #require(board.rows.first)
        let better = Row(
            rank: first.rank, player: first.player, name: first.name, score: first.score + 1, scoredAt: first.scoredAt)
        let changed = Snapshot(rows: [better] + board.rows.dropFirst(), borders: board.borders)
        return Delta(from: Snapshot(), to: changed, at: found.slot).bytes.map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }

    private func bytes(_ hexadecimal: String) throws -> [UInt8] {
        let digits = Array(hexadecimal)
        return try stride(from: 0, to: digits.count, by: 2).map { place in
            try #require(UInt8(String(digits[place...place + 1]), radix: 16))
        }
    }
}
