import Foundation
import Rankings
import Storage

/// The key of the pseudonyms out of a backup, on its way into the data directory.
struct RestoredKey: Sendable {
    private let bytes: [UInt8]
    private let path: String

    /// - Throws: `CommandError` where these are no key.
    init(_ bytes: [UInt8], path: String) throws(CommandError) {
        guard bytes.count == PseudonymKey.bytes else {
            throw CommandError("the backup's pseudonym.key has \(bytes.count) bytes: take another backup")
        }
        self.bytes = bytes
        self.path = path
    }

    /// Whether another key is there already; false where none is, and where it is the same.
    var isOther: Bool { FileManager.default.contents(atPath: path).map { [UInt8]($0) != bytes } ?? false }

    /// Puts the key into its place. Another one is kept under a name with the time: what was published with it can be
    /// told only with it.
    func install(now: Instant) throws {
        let files = FileManager.default
        if isOther { try files.moveItem(atPath: path, toPath: "\(path).before-\(now.unixSeconds)") }
        guard !files.fileExists(atPath: path) else { return }
        let temporary = path + ".restored"
        // Absent as a rule; one that is left over would keep its old mode.
        try? files.removeItem(atPath: temporary)  // see above
        guard files.createFile(atPath: temporary, contents: Data(bytes), attributes: [.posixPermissions: 0o600]) else {
            throw CommandError("\(temporary) cannot be written: see whether there is room and whose the folder is")
        }
        try files.moveItem(atPath: temporary, toPath: path)
    }
}
