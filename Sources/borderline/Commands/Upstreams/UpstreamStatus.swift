import ArgumentParser
import Crawler
import Pipeline
import Rankings
import Settings
import Storage

struct UpstreamStatus: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Lists the hosts of each game, and how they answered in the last four hours.",
        discussion: """
            The latency is that of three answers in four, to the upper bound of its class. The share is how often the \
            host is asked of a hundred times, as long as none is paused.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: TableOptions

    func run() async throws {
        let hosts = try await Composition.run(options) { parts in
            try await Self.hosts(of: parts.workplace.configuration.games, in: parts.store, now: parts.time.now())
        }
        var table = Table(
            columns: ["game", "host", "requests", "failures", "latency_ms", "share", "paused_until"],
            as: output.format)
        for host in hosts { table.add(host.cells) }
        table.finish()
    }

    /// One host of one game.
    private struct Host: Sendable {
        let game: GameID
        let url: String
        let tally: HostTally
        let share: Double
        let pausedUntil: Instant?

        var cells: [Cell] {
            [
                .text("\(game)"), .text(url), .integer(Int64(tally.requests)), .integer(Int64(tally.failures)),
                .integer(tally.latency75?.wholeMilliseconds), .integer(Int64((share * 100).rounded())),
                .text(pausedUntil?.description),
            ]
        }
    }

    private static func hosts(of games: [GameSettings], in store: Store, now: Instant) async throws -> [Host] {
        var hosts: [Host] = []
        for game in games where game.adapter != .house {
            let kept = try await SharedHosts(store: store).read(
                of: game.id.rawValue, since: HostPeriod(containing: now).windowStart)
            let urls = [game.url] + game.mirrors
            let tallies = urls.map { kept.tallies[$0] ?? HostTally() }
            let weights = MirrorChoice.weights(tallies)
            let all = weights.reduce(0, +)
            for (place, url) in urls.enumerated() {
                let pause = kept.pauses[url].flatMap { $0.until > now ? $0.until : nil }
                hosts.append(
                    Host(
                        game: game.id, url: url, tally: tallies[place], share: weights[place] / all,
                        pausedUntil: pause))
            }
        }
        return hosts
    }
}
