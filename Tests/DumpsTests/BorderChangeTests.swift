import Rankings
import TestSupport
import Testing

@testable import Dumps

@Suite struct BorderChangeTests {
    @Test func anyBordersComeBack() {
        var random = SplitMix(state: 5)
        var held: [StandingBorder] = []
        var written = 0
        for minute in 0..<400 {
            let slot = Slot(unixMinute: Int64(29_454_120 + minute))
            let next = [100, 200, 500, 1000].compactMap { rank -> StandingBorder? in
                let old = held.first { $0.rank == rank }
                switch Int.random(in: 0..<5, using: &random) {
                case 0: return nil
                case 1:
                    let score = Int64.random(in: 0...3, using: &random)
                    return StandingBorder(rank: rank, score: score, scoredAt: slot)
                case 2: return StandingBorder(rank: rank, score: Int64.max, scoredAt: slot - 77)
                default: return old
                }
            }
            let changes = BorderChange.changes(from: held, to: next, at: slot)
            written += changes.count
            held = BorderChange.apply(changes, to: held, at: slot)
            #expect(held == next)
        }
        #expect(written > 200)
    }

    @Test func scoreThatStandsIsNotWritten() {
        let slot = Slot(unixMinute: 29_454_120)
        let held = [StandingBorder(rank: 100, score: 7, scoredAt: slot)]
        #expect(BorderChange.changes(from: held, to: held, at: slot + 1).isEmpty)
        let gone = BorderChange.changes(from: held, to: [], at: slot + 1)
        #expect(gone == [BorderChange(rank: 100, score: nil, scoredAt: nil)])
    }
}
