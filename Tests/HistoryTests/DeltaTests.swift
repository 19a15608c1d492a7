import Rankings
import TestSupport
import Testing

@testable import History

@Suite struct DeltaTests {
    private let noon = Slot(unixMinute: 29_055_240)

    @Test(arguments: 0..<20)
    func deltaLeadsFromTheOldSnapshotToTheNew(seed: Int) throws {
        var random = SplitMix(state: UInt64(seed))
        var old = Snapshot()
        for step in 0..<200 {
            let slot = noon + step
            let new = randomSnapshot(after: old, at: slot, &random)
            let kept = Delta(bytes: Delta(from: old, to: new, at: slot).bytes)
            #expect(try old.applying(kept, at: slot) == new)
            #expect(try Snapshot().applying(Delta(from: Snapshot(), to: new, at: slot), at: slot) == new)
            old = new
        }
    }

    @Test func wholeRangeOfEveryFieldIsKept() throws {
        let far = Slot(unixMinute: 0)
        let old = Snapshot(
            rows: [Row(rank: 1, player: 1, name: 1, score: .min, scoredAt: far)],
            borders: [StandingBorder(rank: 1, score: .min, scoredAt: far)])
        let new = Snapshot(
            rows: [
                Row(rank: Int(Int32.max), player: .max, name: .max, score: .max, scoredAt: noon + 5),
                Row(rank: 0, player: 1, name: .min, score: .max, scoredAt: noon),
            ],
            borders: [
                StandingBorder(rank: 1, score: .max, scoredAt: noon),
                StandingBorder(rank: 100_000_000, score: 0, scoredAt: far),
            ])
        #expect(try old.applying(Delta(from: old, to: new, at: noon), at: noon) == new)
        #expect(try new.applying(Delta(from: new, to: old, at: noon), at: noon) == old)
    }

    @Test func minuteOfAHundredRowsTakesAFewBytesForEachThatScored() {
        let rows = (0..<100).map { place in
            Row(
                rank: place + 1, player: Int64(place), name: Int64(place), score: Int64(9_000_000 - place),
                scoredAt: noon)
        }
        let next = rows.enumerated().map { place, row in
            guard place % 4 == 0 else { return row }
            return Row(
                rank: row.rank, player: row.player, name: row.name, score: row.score + 21_000, scoredAt: noon + 1)
        }
        let delta = Delta(from: Snapshot(rows: rows), to: Snapshot(rows: next), at: noon + 1)
        #expect(delta.bytes.count <= 25 * 5 + 4)
    }

    /// Damage is told, or gives another snapshot; it never traps.
    @Test func damagedBytesNeverTrap() throws {
        var random = SplitMix(state: 5)
        var told = 0
        for step in 0..<2_000 {
            let old = randomSnapshot(after: Snapshot(), at: noon, &random)
            let new = randomSnapshot(after: old, at: noon + 1, &random)
            var bytes = Delta(from: old, to: new, at: noon + 1).bytes
            switch step % 3 {
            case 0: bytes = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)))
            case 1: bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            default: bytes += (0..<12).map { _ in UInt8.random(in: 0...255, using: &random) }
            }
            do {
                _ = try old.applying(Delta(bytes: bytes), at: noon + 1)
            } catch {
                #expect(!error.description.isEmpty)
                told += 1
            }
        }
        #expect(told > 1_000)
    }

    @Test func deltaOfAnotherVersionIsRefused() {
        #expect(throws: DamagedDelta.self) { try Snapshot().applying(Delta(bytes: [2, 0, 0, 0]), at: noon) }
        #expect(throws: DamagedDelta.self) { try Snapshot().applying(Delta(bytes: []), at: noon) }
    }

    /// Some rows stay, score, rename themselves, move, leave and come; ties and repeated players too.
    private func randomSnapshot(after old: Snapshot, at slot: Slot, _ random: inout SplitMix) -> Snapshot {
        var rows = old.rows.compactMap { row -> Row? in
            if Int.random(in: 0..<8, using: &random) == 0 { return nil }
            let hasScored = Bool.random(using: &random)
            return Row(
                rank: Int.random(in: 1...9, using: &random), player: row.player,
                name: Int.random(in: 0..<5, using: &random) == 0 ? row.name + 1 : row.name,
                score: hasScored ? row.score + Int64.random(in: -3...9, using: &random) : row.score,
                scoredAt: Bool.random(using: &random) ? slot : row.scoredAt)
        }
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            rows.append(
                Row(
                    rank: rows.count + 1, player: .random(in: 1...20, using: &random), name: 7,
                    score: .random(in: 0...300, using: &random), scoredAt: slot))
        }
        if Int.random(in: 0..<3, using: &random) == 0 { rows.shuffle(using: &random) }
        let borders = [100, 200, 300, 1_000_000].filter { _ in Bool.random(using: &random) }.map { rank in
            StandingBorder(
                rank: rank, score: .random(in: 0...4, using: &random),
                scoredAt: slot - Int.random(in: 0...2, using: &random))
        }
        return Snapshot(rows: rows, borders: borders)
    }
}
