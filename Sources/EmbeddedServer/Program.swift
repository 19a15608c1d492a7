import Glibc

/// The programs of MariaDB and how they are run.
struct Program: Hashable, Sendable {
    let path: String
    private let directories: [String]

    /// Bytes of a program's words that an error repeats.
    static let outputLimitBytes = 2_000
    /// `POSIX_SPAWN_SETSID` of <spawn.h>, which Swift's Glibc module does not show.
    private static let newSession: Int32 = 0x80

    static func find(_ name: String, in directories: [String]) throws(EmbeddedServerError) -> Program {
        for directory in directories where access("\(directory)/\(name)", X_OK) == 0 {
            return Program(path: "\(directory)/\(name)", directories: directories)
        }
        throw .programMissing(name: name, lookedIn: directories)
    }

    private init(path: String, directories: [String]) {
        self.path = path
        self.directories = directories
    }

    /// Starts the program in a session of its own, with its words appended to the file.
    ///
    /// The session keeps the terminal's Ctrl-C away from it. It gets a small environment (the caller's may hold
    /// secrets), no descriptor of ours but the three, and all signals as new processes have them: a caller that
    /// ignores SIGTERM would hand that on otherwise.
    func spawn(_ arguments: [String], outputPath: String) throws(EmbeddedServerError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, outputPath, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        for name in DirectoryListing.names(in: "/proc/self/fd") {
            // Closing what is closed by then is no error.
            if let descriptor = Int32(name), descriptor > 2 { posix_spawn_file_actions_addclose(&actions, descriptor) }
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(
            &attributes, Int16(Self.newSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let variables = ["PATH=" + directories.joined(separator: ":"), "LC_ALL=C"]
        var argv: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
        defer { for pointer in argv + environment { free(pointer) } }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, path, &actions, &attributes, &argv, &environment)
        guard code == 0 else { throw .system(action: "start", item: path, code: code) }
        return pid
    }

    /// Runs the program to its end and returns what it said.
    ///
    /// When the limit is reached or the task is cancelled the program is told to stop (SIGTERM) and not waited for.
    @discardableResult
    func run(
        _ arguments: [String], outputPath: String, limit: Duration
    ) async throws(EmbeddedServerError) -> String {
        unlink(outputPath)
        defer { unlink(outputPath) }
        let pid = try spawn(arguments, outputPath: outputPath)
        let status: Int32
        do {
            status = try await Waiting.until(name, limit: limit, stopsWhenCancelled: true) {
                () throws(EmbeddedServerError) in ChildProcess.reap(pid)
            }
        } catch {
            // Its whole session: these programs are scripts with children.
            kill(-pid, SIGTERM)
            throw error
        }
        let output = try TextFile.tail(of: outputPath, limitBytes: Self.outputLimitBytes)
        guard status == 0 else { throw .programFailed(name: name, status: status, output: output) }
        return output
    }

    private var name: String { String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]) }
}
