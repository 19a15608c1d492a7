import Foundation
import Rankings
import Storage
import TestSupport
import Testing

@testable import Dumps

/// Programs of others read a dump: coreutils, Frictionless, pandas, DuckDB, and the script that comes with it.
@Suite(
    .enabled(if: TestDatabase.isAvailable, "needs mariadbd"),
    .enabled(if: TestPython.isAvailable, "\(TestPython.advice)"))
struct ForeignReaderTests {
    /// The folder of a dump of a random history, and the standings of every minute that was seen.
    private func dump() async throws -> (TemporaryFolder, path: String, seen: [Standing]) {
        let folder = try TemporaryFolder()
        let (name, seen) = try await DumpFixture.run { fixture in
            try await fixture.fill(seed: 12)
            var seen: [Standing] = []
            for board in DumpFixture.event.boards {
                let outcomes = try await fixture.store.outcomes(
                    of: board.id, after: Slot(unixMinute: 0), through: DumpFixture.firstSlot + 1000)
                seen += try await fixture.store.standings(
                    of: board.id, at: outcomes.filter { $0.outcome.isSeen }.map(\.slot))
            }
            return (try await fixture.write(to: folder), seen)
        }
        return (folder, "\(folder.path)/sim-1/\(name)", seen)
    }

    @Test func expanderWritesTheStandingOfEveryMinute() async throws {
        let (folder, path, seen) = try await dump()
        // Parsed by Python, written as one JSON array a line: texts are compared byte by byte.
        let output = try await TestPython.output(
            of: """
                import csv, io, json, subprocess, sys
                text = subprocess.run(
                    [sys.executable, sys.argv[1] + "/expand.py", sys.argv[1]], capture_output=True, check=True).stdout
                for row in csv.reader(io.StringIO(text.decode("utf-8"), newline="")):
                    print(json.dumps(row))
                """, [path])
        let rows = try output.split(separator: "\n").map { line in
            try JSONDecoder().decode([String].self, from: Data(line.utf8))
        }
        #expect(rows.first == ["board", "minute", "list", "rank", "player", "name", "score", "scored_at"])
        let expected = seen.flatMap { standing in
            standing.entries.map { entry in
                [
                    standing.board.name, standing.slot.description, "entry", "\(entry.rank)", entry.player.description,
                    entry.name ?? "", "\(entry.score)", entry.scoredAt.description,
                ]
            }
                + standing.borders.map { border in
                    [
                        standing.board.name, standing.slot.description, "border", "\(border.rank)", "", "",
                        "\(border.score)", border.scoredAt.description,
                    ]
                }
        }
        #expect(expected.count > 2000)
        #expect(rows.dropFirst().map { $0.map { Array($0.utf8) } } == expected.map { $0.map { Array($0.utf8) } })
        let package = try DataPackage(in: path)
        #expect(package.observations == expected.count)
        _ = folder
    }

    @Test func expanderPicksBoardsAndMinutes() async throws {
        let (folder, path, seen) = try await dump()
        let from = DumpFixture.firstSlot + 30
        let to = DumpFixture.firstSlot + 90
        let output = try await TestPython.output(
            of: """
                import csv, io, subprocess, sys
                text = subprocess.run(
                    [sys.executable, sys.argv[1] + "/expand.py", *sys.argv[1:]], capture_output=True, check=True).stdout
                rows = csv.DictReader(io.StringIO(text.decode("utf-8"), newline=""))
                print("\\n".join(dict.fromkeys(row["board"] + " " + row["minute"] for row in rows)))
                """, [path, "--board", "chapter-1", "--from", "\(from)", "--to", "\(to)", "--every", "10"])
        var due = from
        let expected = seen.filter { standing in
            guard standing.board.name == "chapter-1", (from...to).contains(standing.slot), standing.slot >= due else {
                return false
            }
            due = standing.slot + 10
            return true
        }
        #expect(expected.count >= 5)
        #expect(output.split(separator: "\n").map(String.init) == expected.map { "chapter-1 \($0.slot)" })
        _ = folder
    }

    @Test func frictionlessFindsThePackageValid() async throws {
        let (folder, path, _) = try await dump()
        let script = """
            import json, frictionless, sys
            report = frictionless.validate(sys.argv[1] + "/datapackage.json")
            errors = [(task.name, error.type, error.message) for task in report.tasks for error in task.errors]
            errors += [("package", error.type, error.message) for error in report.errors]
            package = frictionless.Package(sys.argv[1] + "/datapackage.json")
            print(json.dumps({"valid": report.valid, "tables": len(report.tasks), "errors": [str(e) for e in errors],
                "licence": package.licenses[0]["name"], "rows": {t.name: t.stats.get("rows") for t in report.tasks}}))
            """
        struct Report: Decodable {
            let valid: Bool
            let tables: Int
            let errors: [String]
            let licence: String
            let rows: [String: Int]
        }
        func report() async throws -> Report {
            try JSONDecoder().decode(Report.self, from: Data(try await TestPython.output(of: script, [path]).utf8))
        }
        let found = try await report()
        #expect(found.errors.isEmpty)
        #expect(found.valid && found.tables == DumpTable.allCases.count && found.licence == "CC-BY-4.0")
        #expect(found.rows["boards"] == 2 && (found.rows["changes"] ?? 0) > 300)
        // It does look: another file under a table's name is not valid.
        try FileManager.default.removeItem(atPath: "\(path)/borders.csv.gz")
        try FileManager.default.copyItem(atPath: "\(path)/players.csv.gz", toPath: "\(path)/borders.csv.gz")
        #expect(try await !report().valid)
        _ = folder
    }

    @Test func sha256sumFindsEveryFile() async throws {
        let (folder, path, _) = try await dump()
        let said = try await ShortProgram.run(
            "/usr/bin/sha256sum", ["--strict", "-c", "sha256sums"], in: URL(fileURLWithPath: path)
        ).successful()
        #expect(said.split(separator: "\n").count == DumpTable.allCases.count + 2)
        _ = folder
    }

    @Test func pandasAndDuckDBReadTheTables() async throws {
        let (folder, path, seen) = try await dump()
        let output = try await TestPython.output(
            of: """
                import duckdb, os, pandas, sys
                os.chdir(sys.argv[1])
                changes = pandas.read_csv(
                    "changes.csv.gz", dtype_backend="numpy_nullable", parse_dates=["minute", "scored_at"])
                players = pandas.read_csv("players.csv.gz", keep_default_na=False)
                joined = changes.merge(players, left_on="player_id", right_on="id")
                assert len(joined) == len(changes) and str(changes["score"].dtype) == "Int64"
                print(changes["score"].max(), (players["name"] == "NA").sum())
                duckdb.execute("COPY (FROM 'changes.csv.gz') TO 'changes.parquet'")
                rows, largest = duckdb.sql("SELECT count(*), max(score) FROM 'changes.parquet'").fetchall()[0]
                assert rows == len(changes)
                names = duckdb.sql("SELECT count(*) FROM read_csv('players.csv.gz', quote='\\"')").fetchall()[0][0]
                assert names == len(players), (names, len(players))
                print(largest, duckdb.sql("SELECT typeof(minute) FROM 'changes.parquet' LIMIT 1").fetchall()[0][0])
                """, [path])
        let largest = seen.flatMap(\.entries).map(\.score).max() ?? 0
        let lines = output.split(separator: "\n")
        #expect(largest == Int64.max)
        #expect(lines.first?.hasPrefix("\(largest) ") == true)
        #expect(lines.first?.hasSuffix(" 0") == false, "a player called NA is no missing value")
        #expect(lines.last?.hasPrefix("\(largest) TIMESTAMP") == true)
        _ = folder
    }
}
