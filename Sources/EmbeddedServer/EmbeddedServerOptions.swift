/// What a private server needs to know.
package struct EmbeddedServerOptions: Hashable, Sendable {
    /// The absolute path of a directory for this server alone; it is made private to its owner (mode 0700).
    ///
    /// It holds `data`, the locks, the log and, when the path is short enough, the socket.
    package var directory: String
    /// Where a short private directory for the socket is made when `directory` is too long for one.
    package var temporaryDirectory: String
    /// InnoDB's cache of pages.
    package var bufferPoolBytes: Int
    /// InnoDB's redo log, on disk from the first start.
    package var redoLogBytes: Int
    /// Where programs are looked for, in order.
    package var programDirectories: [String]
    /// The longest wait for the data directory to be made, for an upgrade and for an answer of a started server;
    /// recovery after a crash can take its time.
    package var startLimit: Duration
    /// The longest wait for a server that was told to stop to write everything down.
    package var stopLimit: Duration
    /// The longest wait for another process that is just starting or stopping the server.
    package var lockLimit: Duration

    /// 128 MiB: MariaDB's own default, enough for weeks of one game.
    package static let defaultBufferPoolBytes = 128 << 20
    /// 64 MiB: minutes of heavy writing before pages must be flushed.
    package static let defaultRedoLogBytes = 64 << 20
    /// Recovery after a crash reads the whole redo log, seconds on a slow disk.
    package static let defaultStartLimit: Duration = .seconds(120)
    /// Stopping writes at most the whole buffer pool.
    package static let defaultStopLimit: Duration = .seconds(60)
    /// Above the two others together: the holder of the lock meets its own limits first.
    package static let defaultLockLimit: Duration = .seconds(200)

    /// - Parameter searchPath: the directories of the caller's PATH; the usual ones for servers are added.
    package init(
        directory: String,
        temporaryDirectory: String = "/tmp",
        searchPath: [String] = [],
        bufferPoolBytes: Int = defaultBufferPoolBytes,
        redoLogBytes: Int = defaultRedoLogBytes,
        startLimit: Duration = defaultStartLimit,
        stopLimit: Duration = defaultStopLimit,
        lockLimit: Duration = defaultLockLimit
    ) {
        precondition(directory.hasPrefix("/"), "the directory of an embedded server is an absolute path")
        self.directory = directory
        self.temporaryDirectory = temporaryDirectory
        self.bufferPoolBytes = bufferPoolBytes
        self.redoLogBytes = redoLogBytes
        self.startLimit = startLimit
        self.stopLimit = stopLimit
        self.lockLimit = lockLimit
        let usual = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin", "/sbin", "/bin"]
        programDirectories = searchPath + usual.filter { !searchPath.contains($0) }
    }
}
