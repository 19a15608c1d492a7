import Foundation

/// System calls of a program, watched and tampered with by `strace`.
struct Strace {
    /// What happens at a system call.
    enum Fault: String, CaseIterable {
        case kill = "signal=KILL"
        case noSpace = "error=ENOSPC"
    }

    /// Whether it is installed and may trace: containers often forbid it.
    static let isPermitted: Bool = {
        let process = Process()
        process.executableURL = program
        process.arguments = ["-f", "-o", "/dev/null", "/bin/true"]
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    private static let program = URL(fileURLWithPath: "/usr/bin/strace")

    let house: House
    /// Where the calls are listed, one a line: thread, call with the paths of its files, result.
    let trace: URL

    init(in house: House) {
        self.house = house
        trace = house.folder.appendingPathComponent("strace-\(UUID().uuidString.prefix(8)).trace")
    }

    /// Runs `borderline` to its end; a fault strikes each of its threads at the n-th of the calls.
    func run(_ arguments: [String], calls: [String], fault: Fault? = nil, at count: Int = 1) throws -> Finished {
        let program = try RunningProgram(
            Self.program, ["--seccomp-bpf"] + options(calls, fault, count) + [Programs.borderline.path] + arguments,
            in: house.folder)
        return try program.wait(within: 60)
    }

    /// Watches a running process until `detach` or its end.
    func attach(to process: pid_t, calls: [String], fault: Fault? = nil, at count: Int = 1) throws -> RunningProgram {
        let program = try RunningProgram(
            Self.program, options(calls, fault, count) + ["-p", "\(process)"], in: house.folder)
        _ = try program.errorLine(containing: "attached")
        return program
    }

    /// Lets go of the process, by force where it is stuck in its own end; then the trace is complete.
    static func detach(_ tracer: RunningProgram) {
        tracer.send(SIGTERM)
        // What is left after the wait has been killed, which is all that is wanted.
        _ = try? tracer.wait(within: 10)
    }

    /// The lines of the trace.
    func lines() throws -> [String] {
        try String(decoding: Data(contentsOf: trace), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Whether a fault has struck.
    func hasStruck(_ fault: Fault) throws -> Bool {
        switch fault {
        case .kill: try lines().contains { $0.contains("killed by SIGKILL") }
        case .noSpace: try lines().contains { $0.contains("(INJECTED)") }
        }
    }

    private func options(_ calls: [String], _ fault: Fault?, _ count: Int) -> [String] {
        let names = calls.joined(separator: ",")
        let injection = fault.map { ["-e", "inject=\(names):\($0.rawValue):when=\(count)"] } ?? []
        return ["-f", "-y", "-s", "64", "-o", trace.path, "-e", "trace=\(names)"] + injection
    }
}
