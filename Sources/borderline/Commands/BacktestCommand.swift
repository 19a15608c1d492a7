import ArgumentParser
import Compression
import Forecasting
import Foundation

struct BacktestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Makes forecasts of the past, each from what had been seen by then.",
        discussion: """
            Reads comma-separated files, plain or gzipped (.gz): events (game,event,kind,board,starts_at,ends_at),
            borders (game,event,board,rank,at,score) and cases (game,event,board,rank,made_at); times are Unix seconds.
            Writes the cases with the quantiles of the final score: q05,q10,q25,q50,q75,q90,q95.
            """)

    @Option(help: ArgumentHelp("The events and their times.", valueName: "file"))
    var events: String

    @Option(help: ArgumentHelp("The observed scores.", valueName: "file"))
    var borders: String

    @Option(help: ArgumentHelp("The forecasts that are wanted.", valueName: "file"))
    var cases: String

    @Option(help: ArgumentHelp("Where the answers go; - is standard output.", valueName: "file"))
    var out: String

    @Option(
        help: ArgumentHelp(
            "What is expected of a game before its own events are known: \(Self.priors).",
            discussion: """
                walk: as the events of the files that had ended by then; none: nothing; shipped: as the events the
                program was fitted to, which is hindsight where the cases are among them.
                """, valueName: "source"))
    var prior = RestPrior.Source.walk

    private static let priors = RestPrior.Source.allCases.map(\.rawValue).joined(separator: ", ")

    func run() async throws {
        let backtest = try Backtest(
            events: try Self.file(events), borders: try Self.file(borders), cases: try Self.file(cases),
            prior: prior)
        var lines = [String?](repeating: nil, count: backtest.caseCount)
        var progress = Progress(label: "cases answered", total: backtest.caseCount)
        await withTaskGroup(of: [Backtest.Answer].self) { group in
            var waiting = backtest.origins.makeIterator()
            func startNext() {
                guard let origin = waiting.next() else { return }
                group.addTask { backtest.answers(to: origin) }
            }
            for _ in 0..<Self.originsAtOnce { startNext() }
            while let answers = await group.next() {
                startNext()
                for answer in answers {
                    lines[answer.place] = answer.line
                    progress.step()
                }
            }
        }
        let answered = lines.compactMap { $0 }
        try write(([Backtest.header] + answered).joined(separator: "\n") + "\n")
        if answered.count < lines.count {
            throw CommandError(
                """
                \(lines.count - answered.count) of \(lines.count) cases have no answer: nothing was seen of them, of \
                their neighbours or of events before; the others are in \(out)
                """)
        }
    }

    /// Fits side by side: no more than the processors there usually are, for each takes some megabytes.
    private static let originsAtOnce = 8

    private func write(_ text: String) throws {
        if out == "-" {
            FileHandle.standardOutput.write(Data(text.utf8))
        } else {
            do {
                try Data(text.utf8).write(to: URL(fileURLWithPath: out), options: .atomic)
            } catch {
                throw CommandError("\(out) cannot be written: \(error.localizedDescription)")
            }
        }
    }

    /// Beyond this a file is not unpacked: a hundred times the recordings known, and still within a small machine.
    private static let limitBytes = 512 << 20

    private static func file(_ path: String) throws -> Backtest.File {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandError("\(path) cannot be read: give the path of a .csv or .csv.gz file")
        }
        guard path.hasSuffix(".gz") else { return Backtest.File(name: path, bytes: [UInt8](data)) }
        do {
            return Backtest.File(name: path, bytes: try Gzip.decompress([UInt8](data), limitBytes: limitBytes))
        } catch {
            throw CommandError("\(path) cannot be unpacked: \(error)")
        }
    }
}

extension RestPrior.Source: ExpressibleByArgument {}
