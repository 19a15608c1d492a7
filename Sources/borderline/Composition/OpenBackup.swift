import Backup

/// A backup that can be read.
struct OpenBackup: Sendable {
    let catalogue: BackupCatalogue
    let manifest: BackupManifest
    let passphrase: String?

    /// Hands over a stream's bytes in order.
    ///
    /// - Throws: `CommandError` where the backup has no such stream; also after the last bytes, where they are not all.
    func read(_ name: String, _ take: ([UInt8]) async throws -> Void) async throws {
        guard let stream = manifest.streams.first(where: { $0.name == name }) else {
            throw CommandError("backup \(manifest.name) has no \(name): take another")
        }
        try await catalogue.read(stream, of: manifest, passphrase: passphrase, take)
    }

    /// A small stream as a whole.
    func bytes(of name: String, limitBytes: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        try await read(name) { more in
            guard bytes.count + more.count <= limitBytes else {
                throw CommandError("\(name) of backup \(manifest.name) has more than \(limitBytes) bytes")
            }
            bytes += more
        }
        return bytes
    }
}
