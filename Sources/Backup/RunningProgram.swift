import Glibc
import SerialExecution
import Synchronization

/// A program whose output we read, or whose input we write. Both wait on a queue of their own.
package actor RunningProgram {
    /// One read, in bytes: what a pipe holds.
    private static let readBytes = 65_536
    /// Of a program's words that an error repeats.
    private static let wordsLimitBytes = 2_000
    /// Status of a process that a signal ended, as shells count: 128 and the signal.
    private static let signalBase: Int32 = 128

    private let name: String
    private let executor = QueueExecutor(label: "program")
    /// Our end; −1 once it is closed.
    private var descriptor: Int32
    private let errors: Int32
    /// nil once its end was seen: its number may be another's from then on.
    private let process: Mutex<pid_t?>

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private init(name: String, descriptor: Int32, errors: Int32, process: pid_t) {
        self.name = name
        self.descriptor = descriptor
        self.errors = errors
        self.process = Mutex(process)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        close(errors)
    }

    /// Runs a program and hands over what it writes; returns once it has ended well.
    ///
    /// It is killed where the body throws or the task is cancelled.
    package static func read(
        _ program: Program, temporaryDirectory: String, _ take: ([UInt8]) async throws -> Void
    ) async throws {
        try await run(program, temporaryDirectory, isWriting: false) { running in
            while let bytes = try await running.next() { try await take(bytes) }
        }
    }

    /// Runs a program that reads what the body writes; returns once it has ended well.
    ///
    /// It is killed where the body throws or the task is cancelled: it must not take what it has for the whole.
    package static func write(
        _ program: Program, temporaryDirectory: String,
        _ body: (_ write: ([UInt8]) async throws -> Void) async throws -> Void
    ) async throws {
        try await run(program, temporaryDirectory, isWriting: true) { running in
            try await body { try await running.put($0) }
        }
    }

    private static func run(
        _ program: Program, _ temporaryDirectory: String, isWriting: Bool, _ body: (RunningProgram) async throws -> Void
    ) async throws {
        let running = try start(program, temporaryDirectory, isWriting: isWriting)
        do {
            try await withTaskCancellationHandler {
                try await body(running)
                try await running.finish()
            } onCancel: {
                running.kill()
            }
        } catch {
            running.kill()
            let end = await running.reap()
            try Task.checkCancellation()
            // It ended by itself before: its words are the cause, ours that it was gone.
            if case ProgramError.system(_, _, EPIPE) = error { throw await running.failure(status: end) }
            throw error
        }
    }

    private static func start(
        _ program: Program, _ temporaryDirectory: String, isWriting: Bool
    ) throws(ProgramError) -> RunningProgram {
        var template = Array("\(temporaryDirectory)/borderline-XXXXXX".utf8CString)
        let errors = mkstemp(&template)
        guard errors >= 0, fcntl(errors, F_SETFD, FD_CLOEXEC) == 0 else {
            throw .system(action: "write beside", name: temporaryDirectory, code: errno)
        }
        unlink(template)
        let other = open("/dev/null", O_RDWR | O_CLOEXEC)
        // A socket: writing to one whose reader is gone can be kept from raising a signal, to a pipe it cannot.
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard other >= 0, socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            let code = errno
            close(errors)
            if other >= 0 { close(other) }
            throw .system(action: "talk to", name: program.name, code: code)
        }
        defer {
            close(other)
            close(ends[1])
        }
        do throws(ProgramError) {
            let pid = try program.spawn(
                input: isWriting ? ends[1] : other, output: isWriting ? other : ends[1], errors: errors)
            return RunningProgram(name: program.name, descriptor: ends[0], errors: errors, process: pid)
        } catch {
            close(ends[0])
            close(errors)
            throw error
        }
    }

    /// The next bytes of its output; nil at the end.
    private func next() throws(ProgramError) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: Self.readBytes)
        while true {
            let count = Glibc.read(descriptor, &bytes, bytes.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .system(action: "read from", name: name, code: errno) }
            return count == 0 ? nil : Array(bytes[..<count])
        }
    }

    private func put(_ bytes: [UInt8]) throws(ProgramError) {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                send(
                    descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start,
                    Int32(MSG_NOSIGNAL))
            }
            if count < 0 && errno == EINTR { continue }
            // A reader that is gone with input unread resets the connection.
            guard count >= 0 else {
                throw .system(action: "write to", name: name, code: errno == ECONNRESET ? EPIPE : errno)
            }
            start += count
        }
    }

    /// Closes our end, waits for the program's, and throws where it did not end well.
    private func finish() throws(ProgramError) {
        close(descriptor)
        descriptor = -1
        let status = reap()
        guard status == 0 else { throw failure(status: status) }
    }

    /// With whatever it has started: its session is its own.
    private nonisolated func kill() {
        process.withLock { process in
            if let process { _ = Glibc.kill(-process, SIGKILL) }
        }
    }

    /// Waits for its end and answers its status, 0 where that was seen before.
    private func reap() -> Int32 {
        guard let pid = process.withLock({ $0 }) else { return 0 }
        var information = siginfo_t()
        // Without taking the status yet, so that `kill` never meets a number that is another's.
        while waitid(P_PID, id_t(pid), &information, WEXITED | WNOWAIT) != 0 && errno == EINTR {}
        return process.withLock { process in
            var status: Int32 = 0
            process = nil
            guard waitpid(pid, &status, 0) == pid else { return 0 }
            let signal = status & 0x7f
            return signal == 0 ? (status >> 8) & 0xff : Self.signalBase + signal
        }
    }

    private func failure(status: Int32) -> ProgramError {
        var words = [UInt8](repeating: 0, count: Self.wordsLimitBytes)
        let size = lseek(errors, 0, SEEK_END)
        let count = pread(errors, &words, words.count, max(0, size - words.count))
        let text = String(decoding: words.prefix(max(0, count)), as: UTF8.self)
        return .failed(name: name, status: status, words: text.split(separator: "\n").joined(separator: " "))
    }
}
