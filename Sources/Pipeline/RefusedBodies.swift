import Compression
import FoundationEssentials
import Rankings

/// Keeps bodies that were refused or not understood in a folder, for inspection: the newest ones, compressed.
package actor RefusedBodies {
    /// Files that are kept: some hours of one board at a reading a minute, a few megabytes.
    private static let limit = 400
    /// Bytes of one body that are kept.
    private static let bodyLimitBytes = 4 << 20
    /// What stands in a body where a value was that lets requests in.
    private static let redaction = Array("[removed]".utf8)

    private let folder: String

    package init(folder: String) { self.folder = folder }

    /// Writes a body as `<slot>_<event>_<board>_<parts>.gz`, and removes the oldest beyond the limit.
    ///
    /// - Parameter secrets: values that are cut out.
    func keep(
        _ body: [UInt8], parts: String, of board: BoardID, at slot: Slot, removing secrets: [String]
    ) throws {
        var kept = Array(body.prefix(Self.bodyLimitBytes))
        // The longest first: a short one may be a part of it.
        for secret in secrets.sorted(by: { $0.utf8.count > $1.utf8.count }) where !secret.isEmpty {
            kept.replace(Array(secret.utf8), with: Self.redaction)
        }
        let files = FileManager.default
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let name = "\(slot)_\(board.event.rawValue)_\(board.name)_\(parts).gz"
        try Data(try Gzip.compress(kept)).write(to: URL(filePath: "\(folder)/\(name)"), options: .atomic)
        let names = try files.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".gz") }.sorted()
        for old in names.dropLast(Self.limit) { try files.removeItem(atPath: "\(folder)/\(old)") }
    }

    /// They name players, and nobody knows which.
    func removeAll() throws {
        let files = FileManager.default
        guard files.fileExists(atPath: folder) else { return }
        try files.removeItem(atPath: folder)
    }
}
