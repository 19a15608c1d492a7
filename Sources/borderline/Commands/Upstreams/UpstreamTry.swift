import ArgumentParser
import Foundation
import Rankings
import Settings
import Timekeeping
import Transfer

struct UpstreamTry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract: "Asks an upstream once, and shows field by field what was understood.",
        discussion: """
            Records nothing and needs no database. Shown are the requests with status, bytes and time, the events, and
            of each board its rows, ranks, names and times, with what was left out and why. Players' ids are not shown.

            Exit codes: 0 all was understood, 3 a part of it, 1 no board at all.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: TableOptions

    @Argument(help: "The game's id in the configuration.")
    var name: String

    @Option(help: "The event, by its own or its upstream's id. Without it the one that began last.")
    var event: String?

    @Option(help: ArgumentHelp("Read this file as the answer, and send no request.", valueName: "file"))
    var body: String?

    @Option(help: ArgumentHelp("Which of the board's requests the file answers.", valueName: "number"))
    var request = 1

    func validate() throws {
        if request < 1 { throw ValidationError("The first request is number 1.") }
        if request > 1 && body == nil { throw ValidationError("--request means nothing without --body.") }
    }

    func run() async throws {
        let workplace = try Workplace(options)
        guard let game = workplace.configuration.games.first(where: { $0.id.rawValue == name }) else {
            let known = workplace.configuration.games.map(\.id.rawValue).joined(separator: ", ")
            throw CommandError("no game is called \(name); configured: \(known.isEmpty ? "none" : known)")
        }
        if game.adapter == .house {
            throw CommandError("\(name) has no upstream: its boards are read from the database")
        }
        let answer = try body.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        let signals = await endingSignals()
        let report = try await interruptible(by: signals) {
            let client = TransferClient(userAgent: workplace.userAgent)
            do {
                let configuration = workplace.configuration
                let time = try await workplace.timeSource(client: client)
                let trial = UpstreamTrial(
                    game: game,
                    fetching: try game.fetching(client: client, time: time, configuration: configuration),
                    timeLimit: configuration.crawl.timeLimit, now: time.now())
                let report =
                    if let answer {
                        try trial.read(Array(answer), answering: request, event: event)
                    } else {
                        try await trial.fetch(event: event)
                    }
                await client.close()
                return report
            } catch {
                await client.close()
                throw error
            }
        }
        var table = Table(columns: ["about", "field", "value"], as: output.format)
        for line in report.lines { table.add([.text(line.about), .text(line.field), line.value]) }
        table.finish()
        if report.boards == 0 { throw ExitCode.failure }
        if report.failures > 0 { throw ExitCode.partly }
    }
}
