import Crawler
import Logging
import Pipeline
import Rankings
import Settings
import Storage
import Transfer

extension GameSettings {
    /// Statuses by which a game server ends a session or asks for another version.
    private static let sessionStatuses: Set<Int> = [403, 426]

    /// The way its requests are sent: to which hosts, at which pace, under which session.
    ///
    /// - Parameter paces: of the process.
    func fetching(
        client: TransferClient, store: Store, paces: HostPaces, time: any TimeSource, configuration: Configuration
    ) throws -> any Fetching {
        if adapter == .house { return HouseFetching(store: store.scores) }
        // A simulated clock is nobody else's: no upstream's date can be held against it.
        let isSimulated = configuration.clock.simulator != nil
        let sending = MirrorSending(
            upstream: id.rawValue, client: client, baseURLs: [url] + mirrors, paces: paces,
            pace: pace(isSimulated: isSimulated, time: time), bodyBytes: configuration.crawl.bodyLimitBytes,
            sessionStatuses: session == nil ? [] : Self.sessionStatuses, records: SharedHosts(store: store), time: time,
            logger: Logger(label: "borderline.upstream"))
        return try fetching(
            sending: sending, sessions: SharedSessions(store: store), time: time, checksClock: !isSimulated)
    }

    /// The same for one look, without a store: one host and a session of its own.
    func fetching(
        client: TransferClient, time: any TimeSource, configuration: Configuration
    ) throws -> any Fetching {
        try fetching(
            sending: DirectSending(client: client, baseURL: url, bodyBytes: configuration.crawl.bodyLimitBytes),
            sessions: PrivateSession(), time: time, checksClock: configuration.clock.simulator == nil)
    }

    private func fetching(
        sending: any Sending, sessions: any SessionStore, time: any TimeSource, checksClock: Bool
    ) throws -> any Fetching {
        let headers = StandingHeaders(plain: plainHeaders, secret: self.headers.mapValues { $0.reveal() })
        let format = bodyFormat
        let reader = AnswerReader(time: time, checksClock: checksClock) { [adapter] body in
            adapter == .gameServer ? SessionRules.trouble(in: body, format: format) : nil
        }
        guard let session else { return DirectFetching(sending: sending, headers: headers, reader: reader) }
        return SessionFetching(
            rules: try rules(of: session, format: format), sending: sending, headers: headers, store: sessions,
            reader: reader, time: time, logger: Logger(label: "borderline.upstream"))
    }

    private func pace(isSimulated: Bool, time: any TimeSource) -> Pace {
        let cadence = Duration.seconds(60 * season.cadenceMinutes)
        let deserved = isSimulated ? Pace.unbounded : Pace.deserved(byCadence: cadence)
        return Pace(
            burst: burst ?? deserved.burst, refill: time.realTime(of: cadence),
            interval: time.realTime(of: interval ?? deserved.interval))
    }

    private func rules(of session: SessionSettings, format: BodyFormat) throws -> SessionRules {
        do {
            return try SessionRules(
                account: "\(id)/\(session.account)",
                login: OutgoingRequest(
                    path: session.loginPath, method: session.loginMethod,
                    headers: plainHeaders.merging(headers.mapValues { $0.reveal() }) { _, secret in secret }),
                credential: Array(session.login.reveal().utf8),
                versions: session.versionsURL.map { OutgoingRequest(path: "", elsewhere: $0) }, format: format)
        } catch {
            throw CommandError(
                "the login of \(id) cannot be sent encrypted: \(error); games.session.login must be a JSON document")
        }
    }
}
