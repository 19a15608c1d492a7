import Foundation

/// A file named on the command line cannot be read or written.
struct UnreadableFile: Error, CustomStringConvertible {
    let path: String
    let underlying: any Error

    /// The path and the reason in the system's words.
    var description: String { "\(path): \(underlying.localizedDescription)" }

    /// The content of a file.
    static func read(_ path: String) throws(UnreadableFile) -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw UnreadableFile(path: path, underlying: error)
        }
    }

    /// Writes a file that appears whole or not at all.
    static func write(_ bytes: [UInt8], to path: String) throws(UnreadableFile) {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw UnreadableFile(path: path, underlying: error)
        }
    }
}
