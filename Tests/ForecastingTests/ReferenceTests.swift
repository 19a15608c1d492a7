import Foundation
import Rankings
import Testing

@testable import Forecasting

/// Recorded events and the reference program lie beside the repository on the machines of its authors.
private enum Reference {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
    static let program = folder.appending(path: "forecast/score.py")
    static let data = folder.appending(path: "data/borders")

    static var isPresent: Bool {
        [program.path, data.appending(path: "borders.csv.gz").path, "/usr/bin/python3"]
            .allSatisfy(FileManager.default.isReadableFile(atPath:))
    }

    /// Writes every series, and every forecast the reference makes, as comma-separated lines.
    static let script = """
        import sys
        sys.dont_write_bytecode = True
        sys.path.insert(0, sys.argv[1])
        import score
        events, series = score.load(sys.argv[2])
        for (game, event, board, rank), s in series.items():
            kind, starts, ends = events[game, event, board]
            points = ' '.join(f'{t}:{v}' for t, v in zip(s.t, s.v))
            print('series', game, event, board, rank, kind, starts, ends, points, sep=',')
        for (game, event, board, rank), t, _, _, bar, _, _ in score.wanted(events, series):
            print('case', game, event, board, rank, t, repr(bar), sep=',')
        """

    static func lines() throws -> [[String]] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-c", script, program.deletingLastPathComponent().path, data.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: ",").map(String.init)
        }
    }
}

/// One rank of one recorded board, as the reference names it.
private struct SeriesName: Hashable {
    let board: BoardID
    let rank: Int
}

private struct RecordedSeries {
    let game: GameID
    let kind: String
    let starts: Int64
    let ends: Int64
    let curve: ScoreCurve

    init(fields: [String]) throws {
        game = GameID(rawValue: fields[1])
        kind = fields[5]
        starts = try #require(Int64(fields[6]))
        ends = try #require(Int64(fields[7]))
        let points = try fields[8].split(separator: " ").map { point in
            let parts = point.split(separator: ":")
            return (try #require(Int64(parts[0])), try #require(Double(parts[1])))
        }
        curve = ScoreCurve(seconds: points.map(\.0), scores: points.map(\.1))
    }
}

@Suite struct ReferenceTests {
    @Test(
        .enabled(
            if: Reference.isPresent,
            "needs python3 and, beside the repository, shared/forecast/score.py and shared/data/borders"))
    func equalsTheReferenceOnRecordedEvents() throws {
        let lines = try Reference.lines()
        var recorded: [SeriesName: RecordedSeries] = [:]
        for fields in lines where fields[0] == "series" {
            recorded[try name(fields)] = try RecordedSeries(fields: fields)
        }
        let history = FinishedHistory(past: boards(recorded))
        let cases = lines.filter { $0[0] == "case" }
        #expect(cases.count > 1000)
        for fields in cases {
            let name = try name(fields)
            let live = try #require(recorded[name])
            let (instant, expected) = (try #require(Int64(fields[5])), try #require(Double(fields[6])))
            let cell = FinishedHistory.Cell(
                game: live.game, kind: live.kind, boardClass: Board.boardClass(ofName: name.board.name), rank: name.rank
            )
            let past = history.latest(GrowthRatio.pastLimit, of: cell, endedBy: live.starts, otherThan: name.board)
            let estimate = try #require(
                GrowthRatio.estimate(
                    of: live.curve.seen(until: instant), at: instant, lead: live.ends - instant, from: past))
            #expect(abs(estimate.final - expected) <= 1e-9 * expected, "\(fields)")
        }
    }

    private func name(_ fields: [String]) throws -> SeriesName {
        SeriesName(
            board: BoardID(event: EventID(rawValue: fields[2]), name: fields[3]), rank: try #require(Int(fields[4])))
    }

    private func boards(_ recorded: [SeriesName: RecordedSeries]) -> [PastBoard] {
        Dictionary(grouping: recorded, by: \.key.board).compactMap { id, ranks in
            guard let first = ranks.first?.value else { return nil }
            return PastBoard(
                id: id, game: first.game, kind: first.kind, boardClass: Board.boardClass(ofName: id.name),
                series: ranks.compactMap { name, series in
                    PastSeries(rank: name.rank, curve: series.curve, starts: series.starts, ends: series.ends)
                })
        }
    }
}
