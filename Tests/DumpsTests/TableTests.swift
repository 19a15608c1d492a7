import Compression
import Foundation
import Rankings
import Testing

@testable import Dumps

@Suite struct TableTests {
    private func names(_ texts: [String], in folder: TemporaryFolder) throws {
        let table = try TableWriter(.players, in: folder.path)
        for (index, text) in texts.enumerated() {
            table.add(index + 1)
            table.add("00000000000000ff")
            table.add(text)
            table.add(false)
            try table.endRow()
        }
        let facts = try table.finish()
        #expect(facts.rows == texts.count)
        let written = try Data(contentsOf: folder.url.appendingPathComponent("players.csv.gz"))
        #expect(facts.bytes == written.count)
    }

    @Test func anyTextComesBack() throws {
        let folder = try TemporaryFolder()
        let texts =
            ["", "a", "a,b", "\"", "\"\"", "a\nb", "a\r\nb", "\r", " a ", "名前", "\u{0}", "NA", "=1+1", "é", "e\u{301}"]
            + (0..<3000).map { String(repeating: "\"x,", count: $0 % 80) + "\($0)" }
        try names(texts, in: folder)
        let read = try DumpedPlayer.all(in: folder.path)
        #expect(read.map { $0.name.map { Array($0.utf8) } } == texts.map { Array($0.utf8) })
    }

    @Test func sameRowsGiveTheSameBytes() throws {
        let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
        try names(["a", "b"], in: first)
        try names(["a", "b"], in: second)
        let bytes = try Data(contentsOf: first.url.appendingPathComponent("players.csv.gz"))
        #expect(bytes == (try Data(contentsOf: second.url.appendingPathComponent("players.csv.gz"))))
        // No time and no name in the head (RFC 1952, 2.3).
        #expect(Array(bytes.prefix(10)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])
    }

    @Test(arguments: [
        ("id,player\n", "line 1: has 2 values and not 4"),
        ("id,player,nom,is_forgotten\n", "line 1: the heading must be id,player,name,is_forgotten"),
        ("id,player,name,is_forgotten\n1,00000000000000ff\n", "line 2: has 2 values and not 4"),
        ("id,player,name,is_forgotten\n1,00000000000000ff,a", "line 2: the last line does not end"),
        ("id,player,name,is_forgotten\n1,00000000000000ff,\"a", "line 2: a quote does not end"),
        ("id,player,name,is_forgotten\n1,00000000000000ff,\"a\"b\n", "line 2: something follows a quote"),
        ("id,player,name,is_forgotten\n2,00000000000000ff,a,false\n", "line 2: ids must count from 1"),
        ("id,player,name,is_forgotten\n1,xyz,a,false\n", "line 2: column 2 must be 16 hexadecimal digits"),
        ("id,player,name,is_forgotten\nx,00000000000000ff,a,false\n", "line 2: column 1 must be a whole number"),
        (
            "id,player,name,is_forgotten\n9223372036854775808,00000000000000ff,a,false\n",
            "line 2: column 1 must be a whole number"
        ),
        (
            "id,player,name,is_forgotten\n-1,00000000000000ff,a,false\n",
            "line 2: column 1 must be a number of at most 32 bits"
        ),
        (
            "id,player,name,is_forgotten\n1,00000000000000ff,\(String(repeating: "x", count: 65_537))\n",
            "line 2: the row is too long"
        ),
    ])
    func malformedTableIsNamedWithItsLine(content: String, problem: String) throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent("players.csv.gz")
        try Data(try Gzip.compress(Array(content.utf8))).write(to: file)
        let error = #expect(throws: DumpError.self) { try DumpedPlayer.all(in: folder.path) }
        #expect(error?.description == "\(folder.path)/players.csv.gz \(problem)")
    }

    private func forecasts(_ heading: String, _ row: String, borders: (String, String)) throws -> BoardForecast? {
        let folder = try TemporaryFolder()
        for (file, text) in [
            ("forecasts", "\(heading)\n\(row)\n"), ("forecast_borders", "\(borders.0)\n\(borders.1)\n"),
        ] {
            try Data(try Gzip.compress(Array(text.utf8))).write(
                to: folder.url.appendingPathComponent("\(file).csv.gz"))
        }
        var rows = try ForecastRows(in: folder.path)
        let forecast = try rows.next(of: BoardID(event: EventID(rawValue: "e"), name: "main"))
        try rows.finish()
        return forecast
    }

    /// Dumps of before have neither cautions nor what forecasts started from.
    @Test func forecastsOfAnOlderDumpAreRead() throws {
        let minute = "2026-01-01T00:00:00Z"
        let forecast = try forecasts(
            "board,minute,model,absence", "main,\(minute),growth,",
            borders: ("board,minute,rank,q05,q10,q25,q50,q75,q90,q95", "main,\(minute),100,1,2,3,4,5,6,7"))
        #expect(forecast?.model == "growth" && forecast?.caution == nil)
        #expect(forecast?.borders == [BorderForecast(rank: 100, final: Quantiles(values: [1, 2, 3, 4, 5, 6, 7]))])
    }

    @Test(
        arguments: [
            ("7,9,15,5000 10000,20 0", nil),
            (
                "7,9,15,5000 10000,20",
                "column 15 must be as many spreads as there are shares, and these must never fall"
            ),
            ("7,9,15,5000 10001,20 0", "column 14 must be 1 to 28 numbers up to 10000"),
            (
                "7,9,15,6000 5000,20 0",
                "column 15 must be as many spreads as there are shares, and these must never fall"
            ),
            ("7,9,15,,", "column 14 must be 1 to 28 numbers up to 10000"),
            ("7,,15,10000,0", "column 12 must be a whole number"),
        ] as [(String, String?)])
    func whatAForecastStartedFromIsWholeOrNamed(basis: String, problem: String?) throws {
        let minute = "2026-01-01T00:00:00Z"
        func read() throws -> BoardForecast? {
            try forecasts(
                DumpTable.forecasts.columns.joined(separator: ","), "main,\(minute),pooled-3,,unlikeThePast",
                borders: (
                    DumpTable.forecastBorders.columns.joined(separator: ","),
                    "main,\(minute),100,1,2,3,4,5,6,7,\(basis)"
                ))
        }
        if let problem {
            let error = #expect(throws: DumpError.self) { try read() }
            #expect(error?.description.hasSuffix("line 2: \(problem)") == true, "\(error as Any)")
        } else {
            let forecast = try read()
            #expect(forecast?.caution == .unlikeThePast)
            let shape = RestShape(stepMinutes: 15, shares: [5000, 10_000], spreads: [20, 0])
            #expect(forecast?.borders.first?.basis == ForecastBasis(now: 7, linear: 9, shape: shape))
        }
    }

    @Test func extremeNumbersComeBack() throws {
        let folder = try TemporaryFolder()
        let table = try TableWriter(.changes, in: folder.path)
        for score in [Int64.max, .min, 0, -1] {
            for text in ["main", "2026-01-01T00:00:00Z"] { table.add(text) }
            table.add(1)
            table.add(Int(UInt32.max))
            table.add(score)
            table.add(Int?.none)
            table.add("")
            try table.endRow()
        }
        _ = try table.finish()
        let reader = try TableReader(.changes, in: folder.path)
        for score in [Int64.max, .min, 0, -1] {
            #expect(try reader.next())
            #expect(try reader.integer(4) == score)
            #expect(try reader.count(3) == Int(UInt32.max))
            #expect(try reader.countOrNil(5) == nil)
        }
        #expect(try !reader.next())
    }
}
