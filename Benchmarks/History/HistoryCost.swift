import MariaDB
import Rankings
import Storage

/// What history costs on disk and in time, beside the table of the closed site, for the same 8-day event; then with
/// many such events in the same store.
enum HistoryCost {
    private static let runs = 200
    private static let events = 200
    private static let windows = [0, 60, 180, 1440]

    static func run(_ workshop: Workshop) async throws {
        let simulated = try SimulatedEvent()
        let pool = try await workshop.pool(schema: "history")
        let store = Store(pool: pool, pseudonyms: PseudonymKey(secret: Array(0..<32)))
        try await store.migrate()
        try await store.register([simulated.event])
        let reference = ReferenceTable(pool: try await workshop.pool(schema: "reference"))
        try await reference.create()

        let observations = try await load(simulated, into: store, reference: reference)
        try await reportDisk("reference", reference.pool, observations: observations)
        try await reportDisk("history", pool, observations: observations)
        try await DumpCost(workshop: workshop, store: store, event: simulated.event).run()
        try await readReference(reference, simulated)
        let alone = try await read(store, of: simulated, label: "1 event")
        try await Copies(store: store, pool: pool, simulated: simulated).make(events - 1)
        try await reportDisk("history", pool, observations: observations * events)
        let together = try await read(store, of: simulated, label: "\(events) events")
        for (name, sample) in alone {
            guard let other = together.first(where: { $0.name == name })?.sample else { continue }
            let ratio = rounded(other.quantile(0.95) / sample.quantile(0.95))
            report("  \(name): p95 with \(events) events × \(ratio)  (aim: ≤ 1.3)")
        }
        try await readCold(store, of: simulated)
    }

    private static func load(
        _ simulated: SimulatedEvent, into store: Store, reference: ReferenceTable
    ) async throws -> Int {
        report("recording the \(SimulatedEvent.minutes) minutes of a simulated event, and loading the reference …")
        var observations = 0
        var recording: [Duration] = []
        var pending: [(round: Int, reading: Reading)] = []
        for minute in 0..<SimulatedEvent.minutes {
            let reading = simulated.reading(minute: minute)
            observations += (reading.entries?.count ?? 0) + (reading.borders?.count ?? 0)
            pending.append((minute, reading))
            let claims = try await store.claim(
                [reading.board], slot: reading.slot, owner: ClaimOwner(), lease: .seconds(55))
            let start = ContinuousClock.now
            _ = try await store.record(reading, claim: claims[0])
            recording.append(ContinuousClock.now - start)
            if pending.count == 60 {
                try await reference.load(pending)
                pending = []
            }
        }
        report("history: recording a reading, durable: \(Sample(recording).line)  (aim: median ≤ 3 ms)")
        return observations
    }

    private static func reportDisk(_ name: String, _ pool: Pool, observations: Int) async throws {
        let schema = try await pool.withConnection { connection in
            try await connection.query("SELECT DATABASE()") { row throws(DatabaseError) in try row.text(0) }
        }[0]
        let bytes = try await DiskUse.bytes(of: schema, in: pool)
        report(
            "\(name): \(rounded(Double(bytes) / Double(observations))) bytes an observation, "
                + "\(observations) of them" + (name == "history" ? "  (aim: ≤ 8)" : ""))
    }

    private static func readReference(_ reference: ReferenceTable, _ simulated: SimulatedEvent) async throws {
        let board = try await time { _ in _ = try await reference.board(round: SimulatedEvent.minutes - 1) }
        report("reference: board with the gain of 1 h: \(board.line)")
        let series = try await time(runs: 20) { _ in _ = try await reference.series(profile: 1000) }
        report("reference: series of a border: \(series.line)")
    }

    /// Any minute of any event: far more than the buffer pool holds.
    private static func readCold(_ store: Store, of simulated: SimulatedEvent) async throws {
        let boards = try await store.boards().map(\.board.id)
        let sample = try await time { _ in
            let board = boards.randomElement() ?? boards[0]
            let slot = simulated.firstSlot + Int.random(in: 0..<SimulatedEvent.minutes)
            _ = try await store.standing(of: board, at: slot)
        }
        report("history, cold: standing at a random past slot of a random event: \(sample.line)  (aim: p95 ≤ 50 ms)")
    }

    /// Times every question on the event that was recorded, once it is warm.
    private static func read(
        _ store: Store, of simulated: SimulatedEvent, label: String
    ) async throws -> [(name: String, sample: Sample)] {
        let first = simulated.firstSlot
        let last = first + (SimulatedEvent.minutes - 1)
        var random = SystemRandomNumberGenerator()
        let board = simulated.event.boards[0].id
        for hour in stride(from: 0, to: SimulatedEvent.minutes, by: 60) {
            _ = try await store.standing(of: board, at: first + hour)
        }
        let players = try await store.standing(of: board, at: last).entries.map(\.player)
        var samples: [(name: String, aim: String, sample: Sample)] = []
        samples.append(
            (
                "board with gains of 1, 3 and 24 h", "p95 ≤ 1 ms",
                try await time { _ in
                    _ = try await store.standings(of: board, at: windows.map { last - $0 })
                }
            ))
        samples.append(
            (
                "series of a border", "p95 ≤ 3 ms",
                try await time { run in
                    let rank = [200, 1000, 5000][run % 3]
                    let series = try await store.borderSeries(of: board, rank: rank, from: first, through: last)
                    _ = series.sampled(from: first, through: last, every: 1)
                }
            ))
        samples.append(
            (
                "series of a player", "p95 ≤ 3 ms",
                try await time { run in
                    let player = players[run % players.count]
                    let series = try await store.playerSeries(of: board, player: player, from: first, through: last)
                    _ = series.sampled(from: first, through: last, every: 1)
                }
            ))
        samples.append(
            (
                "standing at a random past slot", "p95 ≤ 5 ms",
                try await time { _ in
                    let slot = first + Int.random(in: 0..<SimulatedEvent.minutes, using: &random)
                    _ = try await store.standing(of: board, at: slot)
                }
            ))
        for (name, aim, sample) in samples { report("history, \(label): \(name): \(sample.line)  (aim: \(aim))") }
        return samples.map { ($0.name, $0.sample) }
    }

    /// The first run warms up and is not counted.
    private static func time(runs: Int = runs, _ work: (Int) async throws -> Void) async throws -> Sample {
        var durations: [Duration] = []
        for run in 0...runs {
            let start = ContinuousClock.now
            try await work(run)
            if run > 0 { durations.append(ContinuousClock.now - start) }
        }
        return Sample(durations)
    }
}
