/// Why a private server cannot be used.
package enum EmbeddedServerError: Error, Hashable, Sendable {
    /// A program of MariaDB is not installed.
    case programMissing(name: String, lookedIn: [String])
    /// A call of the operating system failed; `item` is a path or a program.
    case system(action: String, item: String, code: Int32)
    /// A directory belongs to someone else or is open to others.
    case unsafeDirectory(path: String, problem: String)
    /// A program of MariaDB ended with an error; `output` is the end of what it said.
    case programFailed(name: String, status: Int32, output: String)
    /// A server that was started ended at once; `log` is the end of its log.
    case ended(log: String)
    /// Something took longer than its limit; the processes were left alone.
    case timedOut(action: String, limit: Duration)
    /// The data was last written by a newer server than the one installed.
    case downgrade(data: ServerVersion, installed: ServerVersion)
    /// The version file or the answer of a program cannot be understood.
    case unreadableVersion(item: String)
    /// The server is told to stop while others use it.
    case inUse
    /// The task was cancelled while waiting.
    case cancelled
}

extension EmbeddedServerError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .programMissing(let name, let directories):
            "\(name) was not found in \(directories.joined(separator: ":")): install MariaDB's server (mariadb-server)"
        case .system(let action, let item, let code):
            "cannot \(action) \(item): \(SystemCall.message(code))"
        case .unsafeDirectory(let path, let problem): "\(path) \(problem)"
        case .programFailed(let name, let status, let output): "\(name) failed with status \(status): \(output)"
        case .ended(let log): "the database server ended as soon as it was started: \(log)"
        case .timedOut(let action, let limit):
            "\(action) took longer than \(limit); the processes were left alone, none was killed"
        case .downgrade(let data, let installed):
            """
            the data was written by MariaDB \(data) and the server installed is \(installed): install \(data) or \
            newer, or restore a dump into a new directory
            """
        case .unreadableVersion(let item): "no version number can be read from \(item)"
        case .inUse: "the database server is in use by another process"
        case .cancelled: "cancelled while waiting for the database server"
        }
    }
}
