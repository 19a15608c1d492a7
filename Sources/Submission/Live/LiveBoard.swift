import Rankings
import Scoring
import Storage

/// One board as those who watch it are told of it: reads its changes once for all of them.
actor LiveBoard {
    /// Changes that are kept for those who come back; whoever missed more gets a snapshot.
    private static let kept = 1_000
    /// Changes that are read at once.
    static let batch = 500
    /// How long a list is read on after its end: what was received before it is written a little later, and the clocks
    /// of servers differ.
    private static let lingering = Duration.seconds(3)
    /// How long whoever comes gets the same snapshot, with what came since.
    private static let snapshotLifetime = Duration.seconds(1)
    /// Times a snapshot is read again because a list ended, or more changed than is kept, meanwhile.
    private static let snapshotAttempts = 3

    private let board: HouseBoard
    private let store: ScoreStore
    private let now: @Sendable () -> Instant
    private let elapsed: @Sendable () -> ContinuousClock.Instant
    private let snapshots: SharedReads<ScoreList, LiveMessage>
    /// Nil while nobody watches, and before and after an event.
    private var list: ScoreList?
    /// When it was seen that the list has ended; nil while it runs.
    private var ended: ContinuousClock.Instant?
    /// It has ended, and nothing more of it is written.
    private var isOver = false
    private var recent: [LiveMessage] = []
    /// Of the last message that went out.
    private var last: Int64 = 0
    private var watchers: [Int: LiveWatcher] = [:]
    private var nextWatcher = 0
    /// How many begin to watch, and wait for the database.
    private var joining = 0
    private var isClosed = false

    init(
        board: HouseBoard, store: ScoreStore, now: @escaping @Sendable () -> Instant,
        elapsed: @escaping @Sendable () -> ContinuousClock.Instant
    ) {
        self.board = board
        self.store = store
        self.now = now
        self.elapsed = elapsed
        snapshots = SharedReads(limit: 1, lifetime: Self.snapshotLifetime)
    }

    /// Whether anybody watches, or is about to.
    var isWatched: Bool { watcherCount > 0 || joining > 0 }
    var watcherCount: Int { watchers.count }

    /// Finds out whether there is a list to watch.
    ///
    /// - Throws: `Refusal` before and after an event, and what the database throws.
    func check() async throws { _ = try await store.list(of: board, at: now()) }

    /// Begins to watch.
    ///
    /// - Parameters:
    ///   - position: what was seen before; what came since follows where it is still at hand, else a snapshot.
    ///   - line: by which messages leave.
    /// - Throws: `Refusal` before and after an event, and what the database throws.
    func watch(
        from position: LivePosition?, over line: LiveLine = .none
    ) async throws -> (id: Int, messages: AsyncStream<LiveMessage>) {
        // The list is not forgotten meanwhile, whoever leaves: what was sent since the snapshot stays at hand.
        joining += 1
        defer {
            joining -= 1
            if !isWatched { forget() }
        }
        let present = try await store.list(of: board, at: now())
        if list == nil { try await begin(present) } else { try await tell() }
        let first = try await beginning(from: position)
        let (messages, continuation) = AsyncStream.makeStream(
            of: LiveMessage.self, bufferingPolicy: .bufferingOldest(LiveWatcher.waiting + first.count))
        for message in first { continuation.yield(message) }
        guard !isClosed else {
            continuation.finish()
            return (0, messages)
        }
        nextWatcher += 1
        let seen = first.last?.position ?? position ?? LivePosition(period: present.period, change: last)
        watchers[nextWatcher] = LiveWatcher(position: seen, continuation: continuation, line: line)
        return (nextWatcher, messages)
    }

    /// What brings somebody up to all that was sent; nothing is sent between its return and the next wait.
    private func beginning(from position: LivePosition?) async throws -> [LiveMessage] {
        // A position that lies ahead is of a database that was restored since, or made up.
        if let position, position.change <= last, let missed = missed(since: position) { return missed }
        for attempt in 0..<Self.snapshotAttempts {
            guard let list else { break }
            // What went out meanwhile is at hand, and what the snapshot holds already is left out.
            let snapshot =
                attempt == 0 ? try await snapshot(of: list) : try await Self.read(list, of: board.name, from: store)
            if let missed = missed(since: snapshot.position) { return [snapshot] + missed }
        }
        throw APIError.unavailable
    }

    /// The list as it was within the last second: a crowd that comes at once has it read once.
    private func snapshot(of list: ScoreList) async throws -> LiveMessage {
        let (store, name) = (store, board.name)
        return try await snapshots.value(of: list, now: elapsed) {
            try await Self.read(list, of: name, from: store)
        }
    }

    private static func read(_ list: ScoreList, of name: String, from store: ScoreStore) async throws -> LiveMessage {
        let top = try await store.top(of: list, limit: SubmissionLimits.players.upperBound, isSettled: true)
        return try LiveText.snapshot(top, of: name, period: list.period)
    }

    func leave(_ id: Int) {
        watchers[id] = nil
        if !isWatched { forget() }
    }

    /// Tells what has changed since it did so last.
    func tell() async throws {
        guard isWatched else { return }
        let present = try await presentList()
        guard let list else {
            if let present { try await begin(present) }
            return
        }
        if list == present { (ended, isOver) = (nil, false) } else if ended == nil { ended = elapsed() }
        if !isOver {
            // Judged before it is read: what is written until then is told.
            let isLast = ended.map { elapsed() - $0 >= Self.lingering } ?? false
            try await tellChanges(of: list)
            guard self.list == list else { return }
            isOver = isLast
        }
        if isOver, let present { try await turn(to: present) }
    }

    /// Nil before and after an event.
    private func presentList() async throws -> ScoreList? {
        do { return try await store.list(of: board, at: now()) } catch is Refusal { return nil }
    }

    private func tellChanges(of list: ScoreList) async throws {
        while isWatched, self.list == list {
            let changes = try await store.changes(of: list, after: last, limit: Self.batch)
            guard isWatched, self.list == list else { return }
            for change in changes where change.number > last {
                if case .revision = change { break }
                last = change.number
                send(try LiveText.message(change, period: list.period))
            }
            if changes.contains(where: { $0.number > last }) {
                try await tellAnew(list)
            } else if changes.count < Self.batch {
                return
            }
        }
    }

    /// Moderators changed what the list shows: everybody gets it whole, and whoever comes back from before it does.
    private func tellAnew(_ list: ScoreList) async throws {
        let snapshot = try await Self.read(list, of: board.name, from: store)
        guard isWatched, self.list == list, snapshot.position.change > last else { return }
        last = snapshot.position.change
        recent = []
        send(snapshot)
    }

    /// Of the last message that went out; nil while nobody watches.
    var head: LivePosition? { list.map { LivePosition(period: $0.period, change: last) } }

    /// Tells one of those who watch what concerns them alone.
    func tell(_ text: String, to id: Int) {
        guard let watcher = watchers[id] else { return }
        let message = LiveMessage(kind: .me, position: watcher.position, json: text)
        if case .enqueued = watcher.continuation.yield(message) { return }
        cutOff(id, watcher)
    }

    /// Lets watchers and what lies between know that the stream still runs.
    func beat() {
        for (id, watcher) in watchers {
            if case .enqueued = watcher.continuation.yield(.beat(at: watcher.position)) { continue }
            cutOff(id, watcher)
        }
    }

    /// Ends all streams; whoever comes back asks another server. Those that do not read are cut off soon.
    func close() {
        isClosed = true
        for watcher in watchers.values {
            watcher.continuation.finish()
            watcher.line.close(LiveWatcher.farewell)
        }
        watchers = [:]
        forget()
    }

    private func begin(_ present: ScoreList) async throws {
        let change = try await store.top(of: present, limit: 1, isSettled: true).change
        guard list == nil, isWatched else { return }
        list = present
        last = change
    }

    /// The stream is finished for whoever still reads it; the line is closed for whoever does not, as what waits there
    /// would wait for ever.
    private func cutOff(_ id: Int, _ watcher: LiveWatcher) {
        watcher.continuation.finish()
        watcher.line.close(.zero)
        watchers[id] = nil
    }

    /// A new period: everybody gets its list.
    private func turn(to present: ScoreList) async throws {
        let snapshot = try await snapshot(of: present)
        guard let list, list != present else { return }
        self.list = present
        (ended, isOver) = (nil, false)
        last = snapshot.position.change
        recent = []
        send(snapshot)
    }

    private func forget() {
        list = nil
        (ended, isOver) = (nil, false)
        recent = []
        last = 0
    }

    /// What came after a position; nil where that is not known any more, or of another list.
    private func missed(since position: LivePosition) -> [LiveMessage]? {
        guard let list, position.period == list.period else { return nil }
        if position.change >= last { return [] }
        guard let oldest = recent.first(where: { $0.kind != .snapshot })?.position.change, position.change >= oldest - 1
        else { return nil }
        return recent.filter { $0.kind != .snapshot && $0.position.change > position.change }
    }

    private func send(_ message: LiveMessage) {
        recent.append(message)
        if recent.count > Self.kept { recent.removeFirst(recent.count - Self.kept) }
        for (id, watcher) in watchers where isNews(message, to: watcher) {
            watchers[id]?.position = message.position
            if case .enqueued = watcher.continuation.yield(message) { continue }
            cutOff(id, watcher)
        }
    }

    private func isNews(_ message: LiveMessage, to watcher: LiveWatcher) -> Bool {
        message.position.period != watcher.position.period || message.position.change > watcher.position.change
    }
}
