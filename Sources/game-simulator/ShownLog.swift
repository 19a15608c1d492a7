import Foundation

/// The simulator's own log: one line for each request, in the file before the answer is out.
actor ShownLog {
    private let path: String
    private let file: FileHandle

    /// Opens the file at its end, and makes it where it is missing.
    init(path: String) throws(UnreadableFile) {
        self.path = path
        do {
            if !FileManager.default.fileExists(atPath: path) { try Data().write(to: URL(fileURLWithPath: path)) }
            file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            try file.seekToEnd()
        } catch {
            throw UnreadableFile(path: path, underlying: error)
        }
    }

    func append(_ line: [UInt8]) throws(UnreadableFile) {
        do {
            try file.write(contentsOf: Data(line))
        } catch {
            throw UnreadableFile(path: path, underlying: error)
        }
    }
}
