/// Where everything of one private server lies.
struct ServerLayout: Hashable, Sendable {
    /// Bytes a socket's path may have: the kernel's field has 108 with the zero at the end.
    static let socketPathLimitBytes = 107

    /// The real path: two spellings of one directory are one server.
    let directory: String
    /// The directory of the socket when it is not `directory` itself.
    let shortDirectory: String?

    /// - Parameter user: the number of the system's user, so that users do not meet in a shared directory.
    init(directory: String, temporaryDirectory: String, user: UInt32) throws(EmbeddedServerError) {
        self.directory = directory
        if Self.socketPath(in: directory).utf8.count <= Self.socketPathLimitBytes {
            shortDirectory = nil
            return
        }
        let short = "\(temporaryDirectory)/mariadb-\(user)-" + String(Self.hash(directory), radix: 36)
        guard Self.socketPath(in: short).utf8.count <= Self.socketPathLimitBytes else {
            throw .unsafeDirectory(
                path: temporaryDirectory,
                problem: "is too long for a socket (\(Self.socketPathLimitBytes) bytes in all)")
        }
        shortDirectory = short
    }

    var data: String { directory + "/data" }
    /// Where the data directory is made before it gets its name.
    func unfinishedData(_ unique: String) -> String { directory + "/" + Self.unfinishedPrefix + unique }
    static let unfinishedPrefix = "data.unfinished-"
    /// Inside the data, so that a copy of the data carries it.
    func versionFile(in data: String) -> String { data + "/server-version" }
    var versionFile: String { versionFile(in: data) }
    /// Held exclusively by whoever creates, starts, upgrades or stops the server.
    var changeLock: String { directory + "/change.lock" }
    /// Held shared by every user.
    var userLock: String { directory + "/users.lock" }
    /// Present when the server stays without users.
    var keptMarker: String { directory + "/kept" }
    var log: String { directory + "/server.log" }
    var previousLog: String { directory + "/server.log.1" }
    /// For temporary tables: a server that starts removes those of any other that shares its temporary directory.
    var temporary: String { directory + "/tmp" }
    /// For people; nothing here reads it.
    var processFile: String { directory + "/server.pid" }
    var socket: String { Self.socketPath(in: shortDirectory ?? directory) }

    private static func socketPath(in directory: String) -> String { directory + "/server.sock" }

    /// FNV-1a, 64 bits: the same in every process, unlike Swift's own.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
