import ArgumentParser
import Foundation
import Hummingbird
import Logging
import NIOCore
import Rankings
import SimulatedGame
import Timekeeping

/// `serve`: answers over HTTP until it is stopped.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Answer over HTTP until SIGTERM or Ctrl-C.",
        discussion: """
            Prints one line when it is ready: "listening on http://HOST:PORT".

              GET  /master/events.json, /master/worldBlooms.json
              GET  /api/user/{self}/event/{event}/ranking?rankingViewType=top100
              GET  /api/event/{event}/ranking-border
              GET  /worlds/{number}/…                          the same of each world, with --worlds
              GET  /simulation/clock
              POST /simulation/clock?advance-to=MILLISECONDS   with --speed max
              PUT  /api/user/{self}/auth                       with --login, as the next two
              GET  /simulation/account                         versions, and what was counted
              POST /simulation/account[?release=VERSION]       ends the session, or releases a version
            """)

    @OptionGroup(title: "Invented events")
    var synthetic: SyntheticOptions

    @OptionGroup(title: "Recorded events")
    var replay: ReplayOptions

    @OptionGroup(title: "Faults")
    var faults: FaultOptions

    @Option(help: "How many times as fast as real time simulated time passes, or max: it waits for the client.")
    var speed: String = "1"

    @Option(
        help: """
            With --speed max: how many times as fast as real time goes by what is waited for while the clock stands \
            still, slow answers here, limits and pauses at the client.
            """)
    var waitingSpeed: Int = 1

    @Option(help: "How many invented worlds to show, with the seeds from --seed on.")
    var worlds: Int = 1

    @Option(
        help: """
            The instant simulated time begins at, ISO 8601 with a zone (default: now; for a recording the start of its \
            first event).
            """,
        transform: Arguments.instant)
    var startAt: Instant?

    @Option(help: "Write what each request was shown to this file, a JSON object a line.")
    var log: String?

    @Option(help: "Write that each request of the game came to this file, a JSON object a line.")
    var accessLog: String?

    @Option(help: "Ask for a login with this body, and for the newest session token with each ranking request.")
    var login: String?

    @Option(help: "The address to listen on.")
    var host: String = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any that is free.")
    var port: Int = 0

    func validate() throws {
        guard (1...SimulationSpeed.limit).contains(waitingSpeed) else {
            throw ValidationError("--waiting-speed must be 1 to \(SimulationSpeed.limit).")
        }
        guard waitingSpeed == 1 || speed == "max" else { throw ValidationError("--waiting-speed needs --speed max.") }
        guard (1...Self.mostWorlds).contains(worlds), worlds == 1 || replay.replay == nil else {
            throw ValidationError("--worlds must be 1 to \(Self.mostWorlds), and 1 where events are replayed.")
        }
        guard (0...65_535).contains(port) else { throw ValidationError("--port must be 0 to 65535.") }
    }

    /// Each keeps some 8 MB for each event it shows.
    private static let mostWorlds = 100

    func run() async throws {
        let recorded = try replay.world()
        let time = SystemTime()
        let clock = SimulationClock(
            source: time, start: startAt ?? recorded?.firstStart ?? time.now(), speed: try SimulationSpeed(speed),
            waitingSpeed: waitingSpeed)
        let servers = try (1...worlds).map { number in
            GameServer(world: try recorded ?? synthetic.world(number), faults: try faults.plan(ofWorld: number))
        }
        let routes = GameRoutes(
            servers: servers, clock: clock,
            log: try log.map(ShownLog.init(path:)), accessLog: try accessLog.map(ShownLog.init(path:)),
            desk: login.map { AccountDesk(account: GameAccount(login: Array($0.utf8), seed: synthetic.seed)) })
        var logger = Logger(label: "game-simulator")
        logger.logLevel = .error
        let application = Application(
            router: routes.router(),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: "game-simulator"),
            onServerRunning: { channel in
                let line = "listening on http://\(host):\(channel.localAddress?.port ?? port)\n"
                FileHandle.standardOutput.write(Data(line.utf8))
            },
            logger: logger)
        try await application.runService()
    }
}
