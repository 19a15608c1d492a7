import Crawler
import Foundation
import Logging
import Pipeline
import Publisher
import Rankings
import ServiceLifecycle
import Settings
import Storage
import Timekeeping
import Transfer

/// The parts of one process put together for the time of a command.
struct Composition: Sendable {
    let workplace: Workplace
    let store: Store
    let pipeline: Pipeline
    let time: any TimeSource
    let renderer: PageRenderer
    let output: FolderWriter
    let client: TransferClient
    /// nil where no cache is told of what changed.
    let purges: PurgeNotes?

    /// The same for what reads the output folder itself: a bucket tells caches of its own files.
    var folderPurges: PurgeNotes? { workplace.configuration.publish.bucket == nil ? purges : nil }

    /// Opens everything, runs the body until it ends or a signal comes, and closes everything.
    ///
    /// - Parameters:
    ///   - isUrgent: the body must not wait for what was begun to be finished, and does that itself.
    ///   - patience: with a database that does not answer.
    static func run<Value: Sendable>(
        _ options: GlobalOptions, isUrgent: Bool = false, patience: Patience = .none,
        _ body: @escaping @Sendable (Composition) async throws -> Value
    ) async throws -> Value {
        let workplace = try Workplace(options)
        let signals = await endingSignals()
        return try await open(workplace, isUrgent: isUrgent, patience: patience) { parts in
            try await interruptible(by: signals) { try await body(parts) }
        }
    }

    /// Opens everything and runs the services until the process is told to stop, or one of them ends.
    static func serve(
        _ options: GlobalOptions, _ services: @Sendable (Composition) async throws -> [any Service]
    ) async throws {
        let workplace = try Workplace(options)
        try await open(workplace, patience: .endless) { parts in
            try await ServiceGroup.serve(try await services(parts), logger: workplace.logger)
        }
    }

    private static func open<Value: Sendable>(
        _ workplace: Workplace, isUrgent: Bool = false, patience: Patience,
        _ body: (Composition) async throws -> Value
    ) async throws -> Value {
        try await OpenStore(workplace).run(patience: patience) { store in
            let forgetting = Forgetting(workplace: workplace)
            if isUrgent {
                try await forgetting.note(store)
            } else {
                try await forgetting.catchUp(store, now: SystemTime().now())
            }
            let client = TransferClient(userAgent: workplace.userAgent)
            do {
                let value = try await body(try await make(workplace, store: store, client: client))
                await client.close()
                return value
            } catch {
                await client.close()
                throw error
            }
        }
    }

    private static func make(
        _ workplace: Workplace, store: Store, client: TransferClient
    ) async throws -> Composition {
        let configuration = workplace.configuration
        let time = try await workplace.timeSource(client: client)
        let renderer = try PageRenderer(
            templates: try workplace.share.path(of: "Templates"), siteTitle: configuration.site.title,
            siteURL: configuration.site.url, contact: configuration.site.contact,
            games: GameNames(
                Dictionary(configuration.games.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })))
        let output = FolderWriter(
            folder: configuration.output, lanes: ProcessInfo.processInfo.activeProcessorCount)
        let paces = HostPaces()
        let clock = SystemTime()
        let purges = configuration.publish.purge.map { _ in
            PurgeNotes(store: store, logger: Logger(label: "borderline.purge"), now: { clock.now() })
        }
        let pipeline = Pipeline(
            store: store,
            games: try configuration.games.map { game in
                game.source(
                    fetching: try game.fetching(
                        client: client, store: store, paces: paces, time: time, configuration: configuration),
                    crawl: configuration.crawl, time: time)
            },
            acceptance: Acceptance(
                leastRowsShare: configuration.acceptance.leastRowsShare,
                mostFallenShare: configuration.acceptance.mostFallenShare,
                mostCorrectedShare: configuration.acceptance.mostCorrectedShare,
                mostAhead: configuration.acceptance.mostAhead, believeAfter: configuration.acceptance.believeAfter),
            renderer: renderer, output: output, time: time,
            limits: Pipeline.Limits(
                eventsAtOnce: configuration.crawl.boardsAtOnce, crawl: configuration.crawl.timeLimit,
                // Claims expire in real time, which a clock that is moved by hand does not know.
                watch: time is ManualTime ? nil : .seconds(2), forecastMinutes: configuration.forecast.everyMinutes),
            refusedBodies: RefusedBodies(folder: DataDirectory(configuration.data).refusedBodies),
            purges: configuration.publish.bucket == nil ? purges : nil,
            metrics: workplace.metrics, logger: Logger(label: "borderline.pipeline"))
        return Composition(
            workplace: workplace, store: store, pipeline: pipeline, time: time, renderer: renderer, output: output,
            client: client, purges: purges)
    }
}

extension Workplace {
    var userAgent: String {
        let contact = configuration.crawl.contact.map { " (+\($0))" } ?? ""
        return "Borderline/\(BorderlineVersion.text)\(contact)"
    }

    /// The machine's clock, or the simulator's where one is configured.
    func timeSource(client: TransferClient) async throws -> any TimeSource {
        guard let simulator = configuration.clock.simulator else { return SystemTime() }
        return try await SimulatorClock(baseURL: simulator, client: client).timeSource()
    }
}
