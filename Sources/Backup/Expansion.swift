import Age
import Compression
import Crypto
import Hexadecimal

/// Decrypts and decompresses one stream as its parts come in, and counts and hashes what it answers.
final class Expansion {
    /// Decompressed at once: they become 16 MB at the most.
    private static let pieceBytes = 16_384

    private var gzip: GzipDecoder
    private var age: AgeDecryptor?
    private var hash = SHA256()
    private var bytes = 0

    init(passphrase: String?) throws(CompressionError) {
        gzip = try GzipDecoder()
        age = passphrase.map { AgeDecryptor(passphrase: $0) }
    }

    /// - Parameter item: what an error names.
    func expand(_ stored: [UInt8], of item: String, _ take: ([UInt8]) async throws -> Void) async throws {
        do {
            try await decompress(try age?.update(stored) ?? stored, take)
        } catch {
            throw Self.named(error, item)
        }
    }

    /// Hands over the rest and answers what all of it was.
    func finish(
        _ item: String, _ take: ([UInt8]) async throws -> Void
    ) async throws -> (bytes: Int, sha256: String) {
        do {
            if let end = try age?.finish() { try await decompress(end, take) }
            try gzip.finish()
        } catch {
            throw Self.named(error, item)
        }
        return (bytes, hash.finalize().hexadecimal)
    }

    private func decompress(_ packed: [UInt8], _ take: ([UInt8]) async throws -> Void) async throws {
        for start in stride(from: 0, to: packed.count, by: Self.pieceBytes) {
            let text = try gzip.update(Array(packed[start..<min(start + Self.pieceBytes, packed.count)]))
            hash.update(data: text)
            bytes += text.count
            if !text.isEmpty { try await take(text) }
        }
    }

    private static func named(_ error: any Error, _ item: String) -> any Error {
        switch error {
        case let error as AgeError: BackupError.encryption(item: item, error)
        case let error as CompressionError: BackupError.compression(item: item, error)
        default: error
        }
    }
}
