import Foundation

/// Tells how far long work has come: one line that is rewritten on a terminal, plain lines elsewhere, on standard
/// error.
struct Progress {
    /// Plain lines for the whole work: enough to see it move, few enough to read.
    private static let plainLines = 10

    private let label: String
    private let total: Int
    private let isTerminal: Bool
    private var done = 0

    init(label: String, total: Int) {
        self.label = label
        self.total = total
        isTerminal = Terminal.isAttached(to: STDERR_FILENO)
    }

    /// - Parameter count: how many are done by now.
    mutating func step(to count: Int) {
        while done < count { step() }
    }

    mutating func step() {
        done += 1
        if isTerminal {
            write("\r\(label): \(done) of \(total)" + (done == total ? "\n" : ""))
        } else if done == total || done % max(1, total / Self.plainLines) == 0 {
            write("\(label): \(done) of \(total)\n")
        }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
