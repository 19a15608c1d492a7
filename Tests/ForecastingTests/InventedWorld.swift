@testable import Forecasting

/// Three invented games as the files of a backtest: two regions of one title, and another title whose events have a
/// board of points and a board of high scores.
struct InventedWorld {
    struct Line {
        var game: String
        var event: String
        var board: String
        var rank: Int
        var at: Int64
        var score: Double
    }

    struct Event {
        var game: String
        var event: String
        var kind: String
        var board: String
        var starts: Int64
        var ends: Int64
    }

    static let ranks = [1, 20, 100, 1000, 5000]
    private static let bases = [9000, 4000, 2500, 700, 150]
    private static let epoch: Int64 = 1_600_000_000 / 3600 * 3600

    var events: [Event] = []
    var lines: [Line] = []

    /// The same in every run, and the same as the world the recorded numbers were made from.
    init() {
        let games = [
            (name: "sekai-a", boards: ["main"], kinds: ["marathon", "marathon", "bloom"], count: 7),
            (name: "sekai-b", boards: ["main"], kinds: ["marathon", "bloom"], count: 4),
            (name: "other", boards: ["point", "highscore"], kinds: ["tour", "token"], count: 6),
        ]
        for (game, (name, boards, kinds, count)) in games.enumerated() {
            for number in 0..<count {
                let starts = Self.epoch + Int64((game * 5 + number * 15) * 86_400 + number % 3 * 7 * 3600)
                let hours = 130 + 12 * ((number * 7 + game * 3) % 6)
                for (place, board) in boards.enumerated() {
                    let event = "\(name)-\(number)"
                    events.append(
                        Event(
                            game: name, event: event, kind: kinds[number % kinds.count], board: board, starts: starts,
                            ends: starts + Int64(hours) * 3600))
                    for (index, rank) in Self.ranks.enumerated() {
                        let seed = (((game * 50 + number) * 4 + place) * 20 + index) * 1000
                        let scores = Self.scores(
                            seed: seed, index: index, number: number, game: game, hours: hours, starts: starts,
                            isHighScore: board == "highscore")
                        for (hour, score) in zip(1...hours, scores)
                        where hour == hours || Self.hash(seed + hour + 77) % 9 != 0 {
                            lines.append(
                                Line(
                                    game: name, event: event, board: board, rank: rank,
                                    at: starts + Int64(hour) * 3600, score: Double(score)))
                        }
                    }
                }
            }
        }
    }

    /// The score after each hour.
    private static func scores(
        seed: Int, index: Int, number: Int, game: Int, hours: Int, starts: Int64, isHighScore: Bool
    ) -> [Int] {
        var total = 0
        return (1...hours).map { hour in
            if isHighScore {
                return bases[index] * 50 * hour / (hour + 8 + (number * 5 + index * 3) % 11)
                    + hour * (index + 1 + number % 3)
            }
            let isDay = (hour + Int(starts / 3600)) % 24 >= 8
            var shape = 60 + (isDay ? 40 : 0) + hash(seed + hour) % 50 + (number * 13 + index * 5) % 30
            if hours - hour < 24 { shape = shape * (20 + (number * 3 + game * 5) % 12) / 10 }
            total += bases[index] * shape / 100
            return total
        }
    }

    /// Knuth's multiplicative hash: the upper half of 32 bits.
    private static func hash(_ number: Int) -> Int { ((number * 2_654_435_761) % (1 << 32)) >> 16 }

    var eventsFile: Backtest.File {
        let rows = events.map { "\($0.game),\($0.event),\($0.kind),\($0.board),\($0.starts),\($0.ends)" }
        return Self.file("events.csv", "game,event,kind,board,starts_at,ends_at", rows)
    }

    var bordersFile: Backtest.File {
        let rows = lines.map { "\($0.game),\($0.event),\($0.board),\($0.rank),\($0.at),\($0.score)" }
        return Self.file("borders.csv", "game,event,board,rank,at,score", rows)
    }

    /// Cases at every rank of the boards, so many hours before their ends.
    func casesFile(_ asked: [(event: String, board: String, leads: [Int])]) -> Backtest.File {
        let rows = asked.flatMap { event, board, leads in
            leads.flatMap { lead in
                events.filter { $0.event == event && $0.board == board }.flatMap { found in
                    Self.ranks.map { "\(found.game),\(event),\(board),\($0),\(found.ends - Int64(lead) * 3600)" }
                }
            }
        }
        return Self.file("cases.csv", "game,event,board,rank,made_at", rows)
    }

    static func file(_ name: String, _ header: String, _ rows: [String]) -> Backtest.File {
        Backtest.File(name: name, bytes: Array((([header] + rows).joined(separator: "\n") + "\n").utf8))
    }
}
