import Glibc

/// A private `mariadbd` in a directory, on a Unix socket only, shared by all processes that use the directory.
///
/// Every user holds a shared lock as long as it has a lease; the last one out stops the server, unless `start` has
/// told it to stay. A process killed in between loses its lock by the kernel's hand; its server then runs on until
/// the next user finds it and leaves in order. The server has a session of its own, so a Ctrl-C on the terminal
/// reaches its users first.
package final class EmbeddedServer: Sendable {
    private let options: EmbeddedServerOptions

    package init(_ options: EmbeddedServerOptions) { self.options = options }

    /// Makes the database when there is none, starts the server when it does not answer, and lets nobody stop it
    /// before the lease is released.
    package func acquire() async throws(EmbeddedServerError) -> ServerLease {
        let control = try prepare()
        let held = HeldLock()
        do throws(EmbeddedServerError) {
            try await control.withChangeLock { () throws(EmbeddedServerError) in
                try takeUserLock(control, held)
                try await control.ensureRunning()
            }
        } catch {
            // A server that was started in vain must not stay; the first error is the one to tell.
            if held.isHeld { _ = await ServerLease(control: control, lock: held).release() }
            throw error
        }
        return ServerLease(control: control, lock: held)
    }

    private func takeUserLock(_ control: ServerControl, _ held: HeldLock) throws(EmbeddedServerError) {
        // Exclusive only for a moment, by holders of the change lock: it cannot be in the way here.
        guard let lock = try FileLock.take(control.layout.userLock, .shared) else { throw .inUse }
        held.put(lock)
    }

    /// Starts the server if need be and lets it stay after all users have left, until `stop`.
    package func start() async throws(EmbeddedServerError) {
        let control = try prepare()
        try await control.withChangeLock { () throws(EmbeddedServerError) in
            try await control.ensureRunning()
            try TextFile.write("", to: control.layout.keptMarker)
        }
    }

    /// Stops the server in order; with users left it throws `inUse` and nothing has changed.
    ///
    /// When the limit is reached the server is still shutting down, and was not killed.
    package func stop() async throws(EmbeddedServerError) {
        guard let control = existing() else { return }
        try await control.withChangeLock { () throws(EmbeddedServerError) in
            guard let alone = try FileLock.take(control.layout.userLock, .exclusive) else { throw .inUse }
            unlink(control.layout.keptMarker)
            try await control.stop()
            _ = consume alone
        }
    }

    /// How the server is, without touching it.
    package func status() async -> Status {
        guard let control = existing() else { return .notCreated }
        let layout = control.layout
        let pid = ServerProcess.find(dataDirectory: layout.data)
        if let version = await Greeting.ask(socketPath: layout.socket) {
            let isKept = TextFile.exists(layout.keptMarker)
            return .running(pid: pid ?? 0, version: version, socketPath: layout.socket, isKept: isKept)
        }
        if let pid { return .unresponsive(pid: pid) }
        return TextFile.exists(layout.data) ? .stopped : .notCreated
    }

    private func prepare() throws(EmbeddedServerError) -> ServerControl {
        try control(of: try PrivateDirectory.prepare(options.directory))
    }

    private func control(of directory: String) throws(EmbeddedServerError) -> ServerControl {
        let temporary = options.temporaryDirectory
        let layout = try ServerLayout(directory: directory, temporaryDirectory: temporary, user: geteuid())
        return ServerControl(options: options, layout: layout)
    }

    /// The server in a directory that is there already; `nil` when there is none or no socket can be had for it.
    private func existing() -> ServerControl? {
        guard let real = realpath(options.directory, nil) else { return nil }
        defer { free(real) }
        do throws(EmbeddedServerError) { return try control(of: String(cString: real)) } catch { return nil }
    }
}
