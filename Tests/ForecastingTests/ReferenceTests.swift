import Testing

@testable import Forecasting

/// What a reference of this model in another language says of the invented world: seven quantiles of every border.
@Suite struct ReferenceTests {
    private static let asked: [(event: String, board: String, leads: [Int])] = [
        ("sekai-a-6", "main", [72, 24, 3]), ("sekai-b-3", "main", [48, 6]), ("sekai-b-1", "main", [12]),
        ("other-5", "point", [60, 24, 7]), ("other-5", "highscore", [48, 12]), ("sekai-a-0", "main", [30]),
    ]

    @Test func saysWhatTheReferenceSays() throws {
        let world = InventedWorld()
        let backtest = try Backtest(
            events: world.eventsFile, borders: world.bordersFile, cases: world.casesFile(Self.asked), model: .reference)
        let lines = backtest.origins.flatMap { backtest.answers(to: $0) }.compactMap(\.line)
        #expect(lines.count == ReferenceNumbers.rows.count)
        for (line, wanted) in zip(lines, ReferenceNumbers.rows) {
            let values = line.split(separator: ",").dropFirst(5).compactMap { Double($0) }
            #expect(values.count == 7)
            for (value, wanted) in zip(values, wanted) {
                #expect(abs(value - wanted) <= 1e-6 * wanted, "\(line)")
            }
        }
    }
}
