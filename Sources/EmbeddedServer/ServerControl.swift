import Glibc

/// What is done to a server by whoever holds the change lock: creating, starting, upgrading, stopping.
struct ServerControl: Sendable {
    let options: EmbeddedServerOptions
    let layout: ServerLayout

    /// Bytes of the log that an error repeats.
    private static let logTailBytes = 2_000
    /// The log is put aside at a start when it is larger; one older log is kept.
    private static let logLimitBytes = 4 << 20

    /// Runs `body` while holding the change lock; the lock is let go before this returns.
    func withChangeLock<Result>(
        stopsWhenCancelled: Bool = true,
        _ body: () async throws(EmbeddedServerError) -> Result
    ) async throws(EmbeddedServerError) -> Result {
        let lock = try await takeChangeLock(stopsWhenCancelled: stopsWhenCancelled)
        let result = try await body()
        _ = consume lock
        return result
    }

    private func takeChangeLock(stopsWhenCancelled: Bool) async throws(EmbeddedServerError) -> FileLock {
        var lock: FileLock?
        let limit = options.lockLimit
        let action = "waiting for another process to start or stop the database server"
        try await Waiting.until(action, limit: limit, stopsWhenCancelled: stopsWhenCancelled) {
            () throws(EmbeddedServerError) -> Void? in
            lock = try FileLock.take(layout.changeLock, .exclusive)
            return lock == nil ? nil : ()
        }
        // The loop above ends only with a lock or by throwing.
        guard let taken = lock.take() else { throw .timedOut(action: action, limit: limit) }
        return taken
    }

    /// Makes the data when there is none, starts the server when it does not answer, upgrades the data when the
    /// server is newer, and returns the server's version.
    @discardableResult
    func ensureRunning() async throws(EmbeddedServerError) -> ServerVersion {
        ChildProcess.reapServers()
        if let version = try await waitForRunning() { return try await upgradeIfNeeded(version) }
        if !TextFile.exists(layout.data) { try await create() }
        let data = try dataVersion()
        let installed = try await installedVersion()
        guard !data.isTooNew(for: installed) else { throw .downgrade(data: data, installed: installed) }
        let pid = try start()
        let version = try await waitForAnswer(of: pid)
        return try await upgradeIfNeeded(version)
    }

    /// The version of a server that is there, once it answers; `nil` when there is none, or it was just leaving.
    private func waitForRunning() async throws(EmbeddedServerError) -> ServerVersion? {
        if let version = await Greeting.ask(socketPath: layout.socket) { return version }
        guard let pid = ServerProcess.find(dataDirectory: layout.data) else { return nil }
        let action = "waiting for a database server that is starting or stopping"
        return try await Waiting.until(action, limit: options.startLimit, stopsWhenCancelled: true) {
            () throws(EmbeddedServerError) -> ServerVersion?? in
            if let version = await Greeting.ask(socketPath: layout.socket) { return .some(version) }
            return isGone(pid) ? .some(nil) : nil
        }
    }

    private func start() throws(EmbeddedServerError) -> pid_t {
        try PrivateDirectory.makeOne(layout.temporary)
        if let short = layout.shortDirectory { try PrivateDirectory.makeOne(short) }
        // Left over from a server that was killed: nobody listens, or it would have answered.
        unlink(layout.socket)
        var information = stat()
        if stat(layout.log, &information) == 0, information.st_size > Self.logLimitBytes {
            try SystemCall.check(rename(layout.log, layout.previousLog), "put aside", layout.log)
        }
        let program = try Program.find("mariadbd", in: options.programDirectories)
        let pid = try program.spawn(ServerArguments.serving(layout, options), outputPath: layout.log)
        ChildProcess.remember(pid)
        return pid
    }

    private func waitForAnswer(of pid: pid_t) async throws(EmbeddedServerError) -> ServerVersion {
        let action = "waiting for the database server to answer (its log is \(layout.log))"
        return try await Waiting.until(action, limit: options.startLimit, stopsWhenCancelled: true) {
            () throws(EmbeddedServerError) -> ServerVersion? in
            if let version = await Greeting.ask(socketPath: layout.socket) { return version }
            guard isGone(pid) else { return nil }
            throw .ended(log: try TextFile.tail(of: layout.log, limitBytes: Self.logTailBytes))
        }
    }

    /// Whether the process has ended; a child's status is taken, so that it does not stay as a zombie.
    func isGone(_ pid: pid_t) -> Bool {
        if ChildProcess.reap(pid) != nil { return true }
        // A fresh child has our own arguments until it becomes the server, so existence is asked for first.
        return kill(pid, 0) != 0 || ServerProcess.isZombie(pid)
    }

    /// Tells the server to stop and waits until it is gone; never kills it.
    func stop() async throws(EmbeddedServerError) {
        ChildProcess.reapServers()
        if let pid = ServerProcess.find(dataDirectory: layout.data) {
            try SystemCall.check(kill(pid, SIGTERM), "stop", "process \(pid)")
            let action = "stopping the database server (process \(pid), still writing its data)"
            try await Waiting.until(action, limit: options.stopLimit, stopsWhenCancelled: false) {
                () throws(EmbeddedServerError) -> Void? in
                isGone(pid) ? () : nil
            }
        }
        // Nothing is left of it; the directory is removed only when it is empty.
        unlink(layout.socket)
        if let short = layout.shortDirectory { rmdir(short) }
    }
}
