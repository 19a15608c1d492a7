extension EmbeddedServer {
    /// How a private server is at the moment.
    package enum Status: Hashable, Sendable {
        /// There is no data yet.
        case notCreated
        /// There is data, and no process.
        case stopped
        /// The process is there and does not answer: it is starting, recovering or stopping.
        case unresponsive(pid: Int32)
        /// It answers; `isKept` tells that it stays when its last user leaves, and the process is 0 when it cannot be
        /// seen from here (another container).
        case running(pid: Int32, version: ServerVersion, socketPath: String, isKept: Bool)
    }
}
