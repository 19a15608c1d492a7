import Rankings
import TestSupport
import Testing

@testable import Dumps

@Suite struct EntryListTests {
    private static let slot = Slot(unixMinute: 29_454_120)

    private static func entry(_ player: UInt64, _ score: Int64, rank: Int, name: String = "x", at minute: Int = 0)
        -> StandingEntry
    {
        StandingEntry(
            rank: rank, player: Pseudonym(value: player), name: name, score: score, scoredAt: slot - 10 + minute)
    }

    /// The list after the changes, as bytes of names: `==` calls names equal that are written otherwise.
    private static func isSame(_ left: [StandingEntry], _ right: [StandingEntry]) -> Bool {
        func bytes(_ entry: StandingEntry) -> [UInt8]? { entry.name.map { Array($0.utf8) } }
        return left == right && zip(left, right).allSatisfy { bytes($0) == bytes($1) }
    }

    @Test func whoOvertakesIsNamedAlone() {
        let before = (1...100).map { Self.entry(UInt64($0), Int64(1000 - $0), rank: $0) }
        var after = before
        let riser = after.remove(at: 79)
        after.insert(
            StandingEntry(rank: 5, player: riser.player, name: "x", score: 995, scoredAt: Self.slot), at: 4)
        after = after.enumerated().map { index, entry in
            StandingEntry(
                rank: index + 1, player: entry.player, name: "x", score: entry.score, scoredAt: entry.scoredAt)
        }
        let changes = EntryList(before).changes(to: after, at: Self.slot)
        #expect(
            changes == [
                EntryChange(
                    player: riser.player, name: "x", listed: .init(place: 5, rank: 5, score: 995, scoredAt: nil))
            ])
        var list = EntryList(before)
        let isApplied = list.apply(changes, at: Self.slot)
        #expect(isApplied)
        #expect(list.entries == after)
    }

    @Test func nothingThatChangedIsNothing() {
        let list = [Self.entry(1, 5, rank: 1), Self.entry(2, 5, rank: 1)]
        #expect(EntryList(list).changes(to: list, at: Self.slot).isEmpty)
        #expect(EntryList().changes(to: [], at: Self.slot).isEmpty)
    }

    @Test func nameOfOtherBytesIsAChange() {
        let before = [Self.entry(1, 5, rank: 1, name: "caf\u{E9}")]
        let after = [Self.entry(1, 5, rank: 1, name: "cafe\u{301}")]
        let changes = EntryList(before).changes(to: after, at: Self.slot)
        #expect(changes.map { $0.name.map { Array($0.utf8) } } == [Array("cafe\u{301}".utf8)])
    }

    @Test func whoLeavesIsNamed() {
        let before = (1...4).map { Self.entry(UInt64($0), 9, rank: $0) }
        let after = [before[0], before[1], Self.entry(4, 9, rank: 3)]
        let changes = EntryList(before).changes(to: after, at: Self.slot)
        #expect(changes == [EntryChange(player: Pseudonym(value: 3), name: "x", listed: nil)])
    }

    /// Ties, players listed twice, any order, ranks aside of places: whatever an upstream shows comes back.
    @Test(arguments: [0 as UInt64, 1, 2, 3])
    func anyListComesBack(seed: UInt64) {
        var random = SplitMix(state: seed)
        var list = EntryList()
        var named = 0
        for minute in 0..<300 {
            var next = list.entries
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                switch Int.random(in: 0..<6, using: &random) {
                case 0 where !next.isEmpty: next.remove(at: Int.random(in: next.indices, using: &random))
                case 1: next.shuffle(using: &random)
                case 2 where next.count > 1:
                    next.swapAt(0, Int.random(in: next.indices, using: &random))
                default:
                    next.insert(
                        Self.entry(
                            UInt64.random(in: 0..<20, using: &random), Int64.random(in: -2...3, using: &random),
                            rank: Int.random(in: 0...9, using: &random),
                            name: ["", "a", "b,\"\n"].randomElement(using: &random) ?? "",
                            at: Int.random(in: 0...10, using: &random)),
                        at: Int.random(in: 0...next.count, using: &random))
                }
            }
            let changes = list.changes(to: next, at: Self.slot + minute)
            named += changes.count
            let isApplied = list.apply(changes, at: Self.slot + minute)
            #expect(isApplied)
            #expect(Self.isSame(list.entries, next), "minute \(minute)")
        }
        #expect(named > 100)
    }

    @Test func placesThatDoNotAddUpAreRefused() {
        var list = EntryList([Self.entry(1, 5, rank: 1)])
        let beyond = EntryChange(
            player: Pseudonym(value: 2), name: "x", listed: .init(place: 3, rank: 3, score: 1, scoredAt: nil))
        let isApplied = list.apply([beyond], at: Self.slot)
        #expect(!isApplied)
        #expect(list.entries.count == 1)
    }
}
