import Glibc

/// A program with its arguments and environment.
package struct Program: Hashable, Sendable {
    /// What errors call it.
    package let name: String
    let path: String
    let arguments: [String]
    let environment: [String: String]

    /// Finds the program.
    ///
    /// - Parameters:
    ///   - directories: looked in, in order.
    ///   - environment: all that it gets; secrets belong here and not into the arguments, which everybody sees.
    /// - Throws: `ProgramError.missing`.
    package init(
        _ name: String, _ arguments: [String], environment: [String: String], in directories: [String]
    ) throws(ProgramError) {
        guard let directory = directories.first(where: { access("\($0)/\(name)", X_OK) == 0 }) else {
            throw .missing(name: name, directories: directories)
        }
        self.name = name
        path = "\(directory)/\(name)"
        self.arguments = arguments
        self.environment = environment
    }

    /// The directories of a search path and the usual ones behind them.
    package static func directories(searchPath: String?) -> [String] {
        let given = (searchPath ?? "").split(separator: ":").map(String.init)
        return given + ["/usr/bin", "/usr/local/bin", "/bin"].filter { !given.contains($0) }
    }

    /// Starts it with these descriptors as its input, output and error output, in a session of its own, so that a
    /// Ctrl-C on the terminal reaches us first.
    func spawn(input: Int32, output: Int32, errors: Int32) throws(ProgramError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, descriptor) in [input, output, errors].enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
        }
        for descriptor in Self.openDescriptors where descriptor > 2 {
            // Closing what is closed by then is no error.
            posix_spawn_file_actions_addclose(&actions, descriptor)
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
        let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        var values: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
        defer { for pointer in words + values { free(pointer) } }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, path, &actions, &attributes, &words, &values)
        guard code == 0 else { throw .system(action: "start", name: path, code: code) }
        return pid
    }

    private static var openDescriptors: [Int32] {
        guard let stream = opendir("/proc/self/fd") else { return [] }
        defer { closedir(stream) }
        var descriptors: [Int32] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let descriptor = Int32(name) { descriptors.append(descriptor) }
        }
        return descriptors
    }

    /// `POSIX_SPAWN_SETSID` of <spawn.h>, which Swift's Glibc module does not show.
    private static let newSession: Int32 = 0x80
}
