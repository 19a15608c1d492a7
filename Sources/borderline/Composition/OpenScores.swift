import Logging
import MariaDB
import Settings
import Storage
import Telemetry

/// Opens the lists of scores for the time of a command.
struct OpenScores: Sendable {
    /// How long a request waits for a connection to the database, and for an answer of it: then its client hears 503.
    private static let longestWait = Duration.seconds(5)
    private static let longestSilence = Duration.seconds(10)
    /// Connections that accept submissions, of all there are: measured, see Docs/decisions/0015.
    private static let writers = 3

    private let workplace: Workplace

    init(_ workplace: Workplace) { self.workplace = workplace }

    /// Runs the body when the database answers and has what the API needs.
    ///
    /// On a server of one's own nothing of the crawls is touched: neither their data directory nor the schema. The
    /// embedded server is this program's, and brought up to date.
    func run<Value: Sendable>(_ body: (ScoreStore) async throws -> Value) async throws -> Value {
        let configuration = workplace.configuration
        guard let database = configuration.database else {
            return try await OpenStore(workplace).run(patience: .endless) { store in
                try await store.scores.prepare()
                return try await body(store.scores)
            }
        }
        var endpoint = Endpoint(database)
        endpoint.readTimeout = Self.longestSilence
        let server = endpoint
        let metrics = workplace.metrics
        func pool(_ connections: Int) -> Pool {
            Pool(
                maximumConnections: connections, longestWait: Self.longestWait,
                onError: { error in metrics.add(to: .databaseErrors, "\(error.code)") }
            ) { server }
        }
        let writers = min(Self.writers, database.connections / 2)
        let store = ScoreStore(
            pool: pool(database.connections - writers), writers: writers == 0 ? nil : pool(writers))
        do {
            try await Patience.endless.waiting(crawlLimit: configuration.crawl.timeLimit, logger: workplace.logger) {
                try await store.prepare()
            }
            let value = try await body(store)
            await store.close()
            return value
        } catch {
            await store.close()
            throw error
        }
    }
}
