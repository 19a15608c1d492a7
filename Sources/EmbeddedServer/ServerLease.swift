/// The right to use a private server; while it is held nobody stops the server.
///
/// A lease that ends without `release` (a crash) gives the right back too, but leaves the server running for the
/// next user.
package final class ServerLease: Sendable {
    private let control: ServerControl
    private let lock: HeldLock

    init(control: ServerControl, lock: HeldLock) {
        self.control = control
        self.lock = lock
    }

    /// Where the server listens; the same after a restart.
    package var socketPath: String { control.layout.socket }

    /// The user to sign in as; there is no password.
    package var user: String { ServerArguments.administrator }

    /// Starts the server again if it has died; cheap when it answers, so it may be asked before every connection.
    package func ensureRunning() async throws(EmbeddedServerError) {
        // One that was killed may end only after the next has begun.
        ChildProcess.reapServers()
        if await Greeting.ask(socketPath: control.layout.socket) != nil { return }
        let control = control
        try await control.withChangeLock { () throws(EmbeddedServerError) in _ = try await control.ensureRunning() }
    }

    /// Gives the right back; the last user stops the server and waits until it has ended, also in a cancelled task.
    ///
    /// Releasing twice is allowed. It returns what went wrong with stopping: the server then still runs.
    @discardableResult
    package func release() async -> EmbeddedServerError? {
        let control = control
        let lock = lock
        do throws(EmbeddedServerError) {
            try await control.withChangeLock(stopsWhenCancelled: false) { () throws(EmbeddedServerError) in
                guard lock.letGo() else { return }
                guard let alone = try FileLock.take(control.layout.userLock, .exclusive) else { return }
                if !TextFile.exists(control.layout.keptMarker) { try await control.stop() }
                _ = consume alone
            }
            return nil
        } catch {
            _ = lock.letGo()
            return error
        }
    }
}
