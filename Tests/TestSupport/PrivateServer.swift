import Foundation
import Glibc
import MariaDB
import Synchronization

/// A `mariadbd` of this process alone, in a temporary directory, fast and without durability.
struct PrivateServer: Sendable {
    /// Started at first use; a failure stays for all tests of the process.
    static let shared = Result { try PrivateServer() }

    /// The longest wait for the server to answer.
    private static let startLimit: Duration = .seconds(30)
    /// Directories of processes that were killed are swept by the next one; the name tells whose they are.
    private static let directoryPrefix = "mariadb-tests-"
    /// What `atexit` tidies up: its function can capture nothing.
    private static let running = Mutex<[(pid: pid_t, directory: String)]>([])

    let endpoint: Endpoint

    static var areProgramsInstalled: Bool {
        ["mariadbd", "mariadb-install-db", "setpriv"].allSatisfy { program(named: $0) != nil }
    }

    /// - Parameters:
    ///   - name: tells this server's directory from those of others of the process.
    ///   - network: what the server is told about listening.
    init(name: String = "main", network: [String] = ["--skip-networking"]) throws {
        Self.sweep()
        let directory = NSTemporaryDirectory() + "/" + Self.directoryPrefix + "\(getpid())-\(name)"
        let data = directory + "/data"
        // A server that starts removes the temporary tables of all others that share this directory.
        let temporary = directory + "/tmp"
        for path in [directory, temporary] {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        var common = [
            "--no-defaults", "--datadir=\(data)", "--tmpdir=\(temporary)", "--skip-name-resolve",
            "--innodb-log-file-size=16M", "--innodb-buffer-pool-size=64M",
            // Every test that runs at the same time may open a whole pool.
            "--max-connections=1000",
        ]
        if geteuid() == 0 { common.append("--user=root") }
        _ = try ShortProgram.runBlocking(
            try Self.path(of: "mariadb-install-db"),
            common + ["--force", "--auth-root-authentication-method=normal", "--skip-test-db"]
        ).successful()
        let socket = directory + "/server.sock"
        let pid = try Self.spawn(
            common + [
                "--socket=\(socket)", "--pid-file=\(directory)/server.pid", "--log-error=\(directory)/server.log",
                "--performance-schema=OFF", "--skip-log-bin", "--innodb-flush-log-at-trx-commit=0",
                "--innodb-flush-method=nosync", "--innodb-doublewrite=OFF", "--sync-frm=OFF",
                "--character-set-server=utf8mb4", "--default-time-zone=+00:00",
            ] + network)
        let isFirst = Self.running.withLock { running in
            running.append((pid, directory))
            return running.count == 1
        }
        if isFirst { atexit { PrivateServer.stopAll() } }
        endpoint = Endpoint(address: .unixSocket(path: socket), user: "root")
        try Self.waitForAnswer(at: socket, pid)
    }

    private static func program(named name: String) -> String? {
        ["/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin", "/bin", "/sbin"]
            .map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    private static func path(of name: String) throws -> String {
        guard let path = program(named: name) else { throw PrivateServerError("\(name) is not installed") }
        return path
    }

    /// Closes what was inherited, then becomes the command: the server outlives most tests, and a pipe of theirs that
    /// it held open would never come to its end.
    private static let closingScript = """
        for entry in /proc/self/fd/*; do n=${entry##*/}; ((n > 2)) && eval "exec $n>&-"; done; exec "$@"
        """

    /// Starts the server so that the kernel ends it when this process is gone, even by `kill -9`.
    ///
    /// That signal comes when the *thread* that started the child ends, so a thread of its own does, and waits.
    private static func spawn(_ arguments: [String]) throws -> pid_t {
        let command =
            ["/bin/bash", "-c", closingScript, "mariadbd", try path(of: "setpriv"), "--pdeathsig", "KILL", "--"]
            + [try path(of: "mariadbd")] + arguments
        let started = DispatchSemaphore(value: 0)
        let answer = SpawnAnswer()
        Thread.detachNewThread {
            var argv = command.map { strdup($0) } + [nil]
            var pid: pid_t = 0
            let code = posix_spawn(&pid, command[0], nil, nil, &argv, environ)
            argv.forEach { free($0) }
            answer.value.withLock { $0 = (code, pid) }
            started.signal()
            if code == 0 { waitForEnd(of: pid) }
        }
        started.wait()
        let (code, pid) = answer.value.withLock { $0 }
        guard code == 0 else { throw PrivateServerError("setpriv: " + String(cString: strerror(code))) }
        return pid
    }

    /// A signal that is handled here interrupts the wait: were this thread to end then, so would the server. One that
    /// ends by itself is told of, as every test after it fails for it.
    private static func waitForEnd(of pid: pid_t) {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) == -1 && errno == EINTR {}
        let directory = running.withLock { running in running.first { $0.pid == pid }?.directory }
        guard let directory else { return }
        let log = FileManager.default.contents(atPath: directory + "/server.log") ?? Data()
        let told = "mariadbd \(pid) of the tests ended, wait status \(status):\n"
        FileHandle.standardError.write(Data(told.utf8) + log.suffix(4000))
    }

    private static func waitForAnswer(at socket: String, _ pid: pid_t) throws {
        let clock = ContinuousClock()
        let limit = clock.now.advanced(by: startLimit)
        while clock.now < limit {
            guard kill(pid, 0) == 0 else { throw PrivateServerError("mariadbd ended: see server.log beside \(socket)") }
            if canConnect(to: socket) { return }
            usleep(10_000)
        }
        throw PrivateServerError("mariadbd did not answer within \(startLimit)")
    }

    private static func canConnect(to path: String) -> Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8).prefix($0.count - 1)) }
        return withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }

    /// The data is thrown away, so there is nothing to shut down in order.
    private static func stopAll() {
        let servers = running.withLock { running in
            defer { running = [] }
            return running
        }
        for (pid, directory) in servers {
            kill(pid, SIGKILL)
            for _ in 0..<500 where kill(pid, 0) == 0 { usleep(10_000) }
            try? FileManager.default.removeItem(atPath: directory)
        }
    }

    private static func sweep() {
        let root = NSTemporaryDirectory()
        for name in (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [] {
            guard name.hasPrefix(directoryPrefix) else { continue }
            guard let pid = pid_t(name.dropFirst(directoryPrefix.count).prefix { $0.isNumber }) else { continue }
            if kill(pid, 0) != 0 && errno == ESRCH { try? FileManager.default.removeItem(atPath: "\(root)/\(name)") }
        }
    }
}
