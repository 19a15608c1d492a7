import Testing

@testable import Forecasting

@Suite struct BacktestTests {
    private let asked: [(event: String, board: String, leads: [Int])] = [
        ("sekai-a-6", "main", [30, 6]), ("sekai-b-1", "main", [48]), ("other-4", "point", [70]),
        ("other-5", "highscore", [24]), ("sekai-a-0", "main", [30]),
    ]

    private func lines(_ world: InventedWorld, cases: Backtest.File? = nil) throws -> [String] {
        let backtest = try Backtest(
            events: world.eventsFile, borders: world.bordersFile, cases: cases ?? world.casesFile(asked))
        return backtest.origins.flatMap { backtest.answers(to: $0) }.sorted { $0.place < $1.place }.map {
            $0.line ?? ""
        }
    }

    private func quantiles(_ lines: [String]) -> [[Double]] {
        lines.map { $0.split(separator: ",").dropFirst(5).compactMap { Double($0) } }
    }

    @Test func answersEveryCaseWithRisingQuantilesAboveThePresent() throws {
        let lines = try lines(InventedWorld())
        #expect(lines.count == 30)
        for values in quantiles(lines) {
            #expect(values.count == 7)
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
        }
        #expect(lines[0].hasPrefix("sekai-a,sekai-a-6,main,1,"))
    }

    /// The same bytes, whatever happened after the instant: to the board itself, to others, to events to come.
    @Test func looksAtNothingThatCameLater() throws {
        for (event, board, leads) in asked {
            let world = InventedWorld()
            let lead = Int64(leads[0]) * 3600
            let found = try #require(world.events.first { $0.event == event && $0.board == board })
            let cases = world.casesFile([(event, board, [leads[0]])])
            var scrambled = world
            for index in scrambled.lines.indices where scrambled.lines[index].at > found.ends - lead {
                scrambled.lines[index].score = Double((index * 7919) % 100_003)
            }
            #expect(try lines(world, cases: cases) == lines(scrambled, cases: cases))
        }
    }

    @Test func scalesWithTheScores() throws {
        var scaled = InventedWorld()
        for index in scaled.lines.indices { scaled.lines[index].score *= 3.7 }
        expectScaled(try lines(scaled), by: 3.7)
    }

    @Test func moves5WeeksWithTheTimes() throws {
        let shift: Int64 = 5 * 7 * 86_400
        var moved = InventedWorld()
        for index in moved.lines.indices { moved.lines[index].at += shift }
        for index in moved.events.indices {
            moved.events[index].starts += shift
            moved.events[index].ends += shift
        }
        expectScaled(try lines(moved), by: 1)
    }

    @Test func doesNotKnowGamesAndEventsByTheirNames() throws {
        func renamed(_ name: String) -> String {
            let names = ["sekai-a": "zebra", "sekai-b": "apple", "other": "m"]
            let parts = name.split(separator: "-")
            let isEvent = Int(parts.last ?? "") != nil
            let game = isEvent ? parts.dropLast().joined(separator: "-") : name
            return (names[game] ?? "") + (isEvent ? "_\(99 - (Int(parts.last ?? "") ?? 0))" : "")
        }
        var world = InventedWorld()
        for index in world.lines.indices {
            world.lines[index].game = renamed(world.lines[index].game)
            world.lines[index].event = renamed(world.lines[index].event)
        }
        for index in world.events.indices {
            world.events[index].game = renamed(world.events[index].game)
            world.events[index].event = renamed(world.events[index].event)
        }
        let cases = world.casesFile(asked.map { (renamed($0.event), $0.board, $0.leads) })
        expectScaled(try lines(world, cases: cases), by: 1)
    }

    private func expectScaled(_ lines: [String], by factor: Double) {
        guard let plain = try? quantiles(self.lines(InventedWorld())) else {
            Issue.record("the invented world has no answers")
            return
        }
        #expect(lines.count == plain.count)
        for (values, wanted) in zip(quantiles(lines), plain) {
            for (value, wanted) in zip(values, wanted) {
                #expect(abs(value - wanted * factor) <= 1e-9 * wanted * factor)
            }
        }
    }

    @Test(arguments: [
        ("", "borders.csv, line 1, column game: is missing; the header must name game,event,board,rank,at,score"),
        ("game,event,board,rank,at\n", "borders.csv, line 1, column score: is missing"),
        ("game,event,board,rank,at,score\na,sekai-a-0,main,1,5\n", "line 2: has 5 columns, the header 6"),
        ("game,event,board,rank,at,score\na,nowhere,main,1,5,5\n", "column event: the events file has no board main"),
        ("game,event,board,rank,at,score\na,sekai-a-0,main,0,5,5\n", "line 2, column rank: `0` must be a whole number"),
        ("game,event,board,rank,at,score\na,sekai-a-0,main,1,soon,5\n", "column at: `soon` must be a time"),
        ("game,event,board,rank,at,score\na,sekai-a-0,main,1,5,nan\n", "column score: `nan` must be a score"),
        ("game,event,board,rank,at,score\na,sekai-a-0,main,1,5,-1\n", "column score: `-1` must be a score"),
        ("game,event,board,rank,at,score\na,,main,1,5,1\n", "line 2, column event: is empty"),
    ])
    func saysWhatIsWrongWithAFile(text: String, message: String) {
        let world = InventedWorld()
        let borders = Backtest.File(name: "borders.csv", bytes: Array(text.utf8))
        let error = #expect(throws: BacktestError.self) {
            try Backtest(events: world.eventsFile, borders: borders, cases: world.casesFile(asked))
        }
        let description = error?.description ?? ""
        #expect(description.contains(message), "\(description)")
    }

    @Test func readsColumnsInAnyOrderAndLineEndsOfAnyKind() throws {
        let world = InventedWorld()
        let rows = world.lines.map { "\($0.score),\($0.rank),x,\($0.at),\($0.board),\($0.event),\($0.game)" }
        let text = (["score,rank,note,at,board,event,game"] + rows).joined(separator: "\r\n")
        let backtest = try Backtest(
            events: world.eventsFile, borders: Backtest.File(name: "borders.csv", bytes: Array(text.utf8)),
            cases: world.casesFile(asked))
        let origin = try #require(backtest.origins.first)
        #expect(backtest.answers(to: origin).compactMap(\.line) == Array(try lines(world).prefix(5)))
    }

    @Test func refusesCasesOfUnknownBoards() {
        let world = InventedWorld()
        for (row, message) in [
            ("sekai-a,sekai-z,main,1,5", "column event"), ("sekai-z,sekai-a-0,main,1,5", "column game"),
            ("sekai-a,sekai-a-0,main,1,never", "column made_at"),
        ] {
            let cases = InventedWorld.file("cases.csv", "game,event,board,rank,made_at", [row])
            let error = #expect(throws: BacktestError.self) {
                try Backtest(events: world.eventsFile, borders: world.bordersFile, cases: cases)
            }
            let description = error?.description ?? ""
            #expect(description.contains("cases.csv, line 2, \(message)"), "\(description)")
        }
    }
}
