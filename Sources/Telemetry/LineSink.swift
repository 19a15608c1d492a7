import Glibc
import Synchronization

/// Where log lines go: each is written whole or not at all, whoever else logs at the same time.
package struct LineSink: Sendable {
    private let write: @Sendable ([UInt8]) -> Void

    /// - Parameter write: takes one line with its newline; called by one thread at a time.
    package init(_ write: @escaping @Sendable ([UInt8]) -> Void) {
        let turn = Mutex(())
        self.write = { line in turn.withLock { _ in write(line) } }
    }

    package func append(_ line: String) { write(Array(line.utf8) + [UInt8(ascii: "\n")]) }

    /// The error output of this process. A line that cannot be written is dropped: there is nowhere left to say so.
    package static let standardError = LineSink { line in writeWhole(line, to: STDERR_FILENO) }

    /// How long to wait for a reader of a full pipe, in milliseconds; then the rest of the line is dropped rather than
    /// stopping the minute's work.
    private static let patienceMilliseconds: Int32 = 1000

    static func writeWhole(_ line: [UInt8], to descriptor: Int32) {
        line.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written >= 0 {
                    rest = rest.dropFirst(written)
                } else if errno == EAGAIN {
                    var readiness = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    guard poll(&readiness, 1, patienceMilliseconds) > 0 else { return }
                } else if errno != EINTR {
                    return
                }
            }
        }
    }
}
