import Rankings
import TestSupport

/// What a board shows, minute by minute, with everything an upstream may do.
struct RandomHistory {
    private static let names = [
        "", "a", "a, b", "say \"hi\"", "two\nlines", "\r", "名前【固定】", "NA", "null", "caf\u{E9}", "cafe\u{301}",
        "  spaces ", "=SUM(A1)", "🎉", "it's",
    ]

    let board: BoardID
    private var entries: [Entry] = []
    private var borders: [Border] = []

    init(board: BoardID) { self.board = board }

    /// Nil where nothing came.
    mutating func reading(at slot: Slot, random: inout SplitMix) -> Reading? {
        if Int.random(in: 0..<12, using: &random) == 0 { return nil }
        for _ in 0..<Int.random(in: 0...5, using: &random) { change(&random) }
        let kind = Int.random(in: 0..<10, using: &random)
        return Reading(
            board: board, slot: slot, seenAt: slot.start, entries: kind == 0 ? nil : entries,
            borders: kind == 1 ? nil : borders, isFinal: slot - DumpFixture.firstSlot > 130)
    }

    func forecast(at slot: Slot, random: inout SplitMix) -> BoardForecast {
        let isAbsent = Bool.random(using: &random)
        return BoardForecast(
            board: board, madeAt: slot, model: "pooled-3",
            borders: isAbsent
                ? []
                : [100, 1000].map { rank in
                    BorderForecast(
                        rank: rank, final: Quantiles(values: (1...7).map { Int64($0 * rank) }),
                        basis: Bool.random(using: &random) ? basis(&random) : nil)
                }, absence: isAbsent ? .tooFewObservations : nil,
            caution: isAbsent ? nil : [nil, .noneOfThisGame, .unlikeThePast].randomElement(using: &random) ?? nil)
    }

    private func basis(_ random: inout SplitMix) -> ForecastBasis {
        let steps = Int.random(in: 1...RestShape.stepLimit, using: &random)
        var shares = (0..<steps).map { _ in Int.random(in: 0...RestShape.whole, using: &random) }.sorted()
        shares[steps - 1] = RestShape.whole
        return ForecastBasis(
            now: Int64.random(in: 0...1_000_000, using: &random),
            linear: Int64.random(in: 0...Int64.max, using: &random),
            shape: RestShape(
                stepMinutes: [15, 60, 1440].randomElement(using: &random) ?? 15, shares: shares,
                spreads: (0..<steps).map { _ in Int.random(in: 0...RestShape.spreadLimit, using: &random) }))
    }

    private mutating func change(_ random: inout SplitMix) {
        switch Int.random(in: 0..<8, using: &random) {
        case 0 where !entries.isEmpty: entries.remove(at: Int.random(in: entries.indices, using: &random))
        case 1 where entries.count > 1: entries.swapAt(0, Int.random(in: entries.indices, using: &random))
        case 2 where !borders.isEmpty: borders.remove(at: Int.random(in: borders.indices, using: &random))
        case 3, 4:
            let rank = [100, 200, 500, 1000, 100_000].randomElement(using: &random) ?? 100
            borders.removeAll { $0.rank == rank }
            borders.append(Border(rank: rank, score: Int64.random(in: 0...Int64.max, using: &random)))
            borders.sort { $0.rank < $1.rank }
        default:
            let player = PlayerID("p\(Int.random(in: 0..<30, using: &random))")
            // Now and then a player is listed twice.
            if Int.random(in: 0..<10, using: &random) > 0 { entries.removeAll { $0.player == player } }
            entries.insert(
                Entry(
                    rank: Int.random(in: 1...40, using: &random), player: player,
                    name: Self.names.randomElement(using: &random) ?? "",
                    score: [5, 5, Int64.max, Int64.random(in: 0...1000, using: &random)].randomElement(using: &random)
                        ?? 0), at: Int.random(in: 0...entries.count, using: &random))
        }
    }
}
