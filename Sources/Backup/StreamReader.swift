import Crypto
import Hexadecimal

/// Reads one stream of a backup back, part by part, and checks it against the manifest on the way.
struct StreamReader {
    let place: any BackupPlace
    let folder: String
    let stream: BackupManifest.Stream
    /// nil reads a stream that is not encrypted.
    let passphrase: String?

    /// Hands over the stream's bytes in order. Until this has returned they may turn out to be cut short.
    func read(_ take: ([UInt8]) async throws -> Void) async throws {
        let expansion = try Expansion(passphrase: passphrase)
        var last = "\(folder)/\(stream.name)"
        for part in stream.parts {
            last = path(part)
            try await expansion.expand(try await checked(part), of: last, take)
        }
        let content = try await expansion.finish(last, take)
        guard content.bytes == stream.bytes, content.sha256 == stream.sha256 else {
            throw BackupError.damaged(item: last, problem: "does not end \(stream.name) as the manifest says")
        }
    }

    /// Reads every part and compares it with the manifest, without looking into it.
    func checkParts() async throws {
        for part in stream.parts { _ = try await checked(part) }
    }

    private func path(_ part: BackupManifest.Part) -> String { "\(folder)/\(part.name)" }

    private func checked(_ part: BackupManifest.Part) async throws -> [UInt8] {
        try Task.checkCancellation()
        let item = path(part)
        guard let stored = try await place.get(item, limitBytes: part.bytes) else {
            throw BackupError.damaged(item: item, problem: "is missing")
        }
        guard stored.count == part.bytes else {
            throw BackupError.damaged(item: item, problem: "has \(stored.count) bytes and not \(part.bytes)")
        }
        guard SHA256.hash(data: stored).hexadecimal == part.sha256 else {
            throw BackupError.damaged(item: item, problem: "holds other bytes than were written")
        }
        return stored
    }
}
