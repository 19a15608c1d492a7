import Crawler
import Glibc
import Logging
import Pipeline
import Publisher
import Rankings
import Storage
import Timekeeping
import Transfer

/// From the end of the upstream's answer to the rename of the root, for a board of 119 rows, early and late in an
/// event.
enum MinuteLatency {
    private static let early = 10
    private static let late = 11_520
    private static let measured = 200

    static func run(_ workshop: Workshop) async throws {
        let url = try workshop.simulator.text(after: "listening on ") + "/simulation/clock"
        let client = TransferClient(userAgent: "borderline-bench")
        let young = try await Subject(workshop, client: client, url: url, schema: "young")
        let old = try await Subject(workshop, client: client, url: url, schema: "old")
        try await young.record(through: early)
        report("recording \(late) minutes for the late board …")
        try await old.record(through: late)
        var durations: (young: [Duration], old: [Duration]) = ([], [])
        for step in 1...measured {
            durations.young.append(try await young.tick(minute: early + step))
            durations.old.append(try await old.tick(minute: late + step))
        }
        await client.close()
        let (first, second) = (Sample(durations.young), Sample(durations.old))
        report("answer to root, minute \(early): \(first.line)")
        report("answer to root, minute \(late): \(second.line)  (aim: p99 ≤ 100 ms)")
        report("  ratio of the medians: \(rounded(second.median / first.median))  (aim: ≤ 1.2)")
    }

    /// One board with a pipeline of its own.
    private struct Subject {
        let board = BenchBoard(name: "bench-6")
        let store: Store
        let pipeline: Pipeline
        let upstream: BenchUpstream
        let time = ManualTime(BenchBoard.starts)
        let root: String

        init(_ workshop: Workshop, client: TransferClient, url: String, schema: String) async throws {
            store = try await workshop.store(schema: schema)
            root = "\(workshop.folder)/\(schema)/e/\(board.board.id)/latest.json"
            upstream = BenchUpstream(board: board)
            pipeline = Pipeline(
                store: store,
                games: [
                    GameSource(
                        id: board.event.game, season: Season(),
                        crawl: SourceCrawl(
                            upstream: upstream, fetching: DirectFetching(client: client, baseURL: url),
                            limits: CrawlLimits()),
                        eventsRefresh: .hours(1000))
                ],
                acceptance: Acceptance(), renderer: try PageRenderer(templates: "Templates"),
                output: FolderWriter(folder: "\(workshop.folder)/\(schema)", lanes: 1), time: time,
                limits: Pipeline.Limits(), logger: Logger(label: "bench"))
            try await BenchHistory.fill(store)
            try await store.register([board.event])
            try await store.noteEventsRead(of: board.event.game, at: BenchBoard.starts)
            _ = try await pipeline.recoverOutput()
        }

        /// Records the minutes as a crawl does, without publishing them.
        func record(through minute: Int) async throws {
            for minute in 0...minute {
                let reading = board.reading(minute: minute)
                let claims = try await store.claim(
                    [board.board.id], slot: reading.slot, owner: ClaimOwner(), lease: .seconds(55))
                _ = try await store.record(reading, claim: claims[0])
            }
        }

        /// When the file got its name: a rename changes the inode's time, to the kernel's tick of some milliseconds.
        private func changed(_ path: String) throws -> Instant {
            var status = stat()
            guard stat(path, &status) == 0 else { throw BenchError("\(path) is not there") }
            return Instant(
                unixMilliseconds: Int64(status.st_ctim.tv_sec) * 1000 + Int64(status.st_ctim.tv_nsec) / 1_000_000)
        }

        /// One whole minute; what is timed begins when the answer has been understood and ends with the root's rename.
        func tick(minute: Int) async throws -> Duration {
            upstream.show(minute: minute)
            time.move(to: BenchBoard.starts + .minutes(minute) + .seconds(1))
            let report = try await pipeline.tick(at: Slot(containing: BenchBoard.starts) + minute)
            guard report.editions == 1, let answered = upstream.answeredAt else {
                throw BenchError("minute \(minute) made no edition: \(report)")
            }
            return try changed(root) - answered
        }
    }
}
