import Glibc

/// Finds the process of a server by what it was started with.
///
/// A file with a process number may be left over from before a crash and name anything by now, and whoever started
/// the server may have died before writing one; the kernel's own list is always right.
enum ServerProcess {
    private static let names = ["mariadbd", "mysqld"]

    /// The process that serves the data directory; `nil` when there is none. Zombies have no arguments and don't count.
    static func find(dataDirectory: String) -> pid_t? {
        for name in DirectoryListing.names(in: "/proc") {
            guard let pid = pid_t(name), let arguments = arguments(of: pid), let program = arguments.first else {
                continue
            }
            let isServer = names.contains { program == $0 || program.hasSuffix("/\($0)") }
            if isServer, arguments.contains("--datadir=\(dataDirectory)") { return pid }
        }
        return nil
    }

    /// Whether the process has ended and only waits for its parent to take note.
    static func isZombie(_ pid: pid_t) -> Bool {
        // "number (name) state …"; the name may hold anything, so the state is looked for after the last bracket.
        guard let text = contents(of: "/proc/\(pid)/stat"), let bracket = text.lastIndex(of: UInt8(ascii: ")")) else {
            return true
        }
        return text[bracket...].dropFirst(2).first == UInt8(ascii: "Z")
    }

    private static func arguments(of pid: pid_t) -> [String]? {
        guard let bytes = contents(of: "/proc/\(pid)/cmdline"), !bytes.isEmpty else { return nil }
        return bytes.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The beginning of a file of the kernel: the arguments of a server are far fewer bytes, others' may be cut.
    private static func contents(of path: String) -> ArraySlice<UInt8>? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 16_384)
        let count = read(descriptor, &bytes, bytes.count)
        return count < 0 ? nil : bytes.prefix(count)
    }
}
