import Age
import Compression
import Crypto
import Hexadecimal

/// Writes one stream into a backup: compressed, encrypted where there is a passphrase, cut into parts of one size.
package struct StreamWriter {
    /// Of a part, 8 MiB: small enough to be held and sent again whole, large enough that a terabyte has 100,000.
    package static let standardPartBytes = 8 << 20
    package static let standardWorkFactor = AgeEncryptor.workFactor
    /// Compressed at once, as a gzip member of its own: with 1 MiB that costs nothing against one long member.
    private static let memberBytes = 1 << 20
    /// Half the time of zlib's usual 6 for a tenth more bytes.
    private static let level: Int32 = 4
    private static let numberDigits = 5

    private let place: any BackupPlace
    private let folder: String
    private let name: String
    private let partBytes: Int
    private var encryptor: AgeEncryptor?
    private var plain: [UInt8] = []
    private var stored: [UInt8] = []
    private var hash = SHA256()
    private var bytes = 0
    private var parts: [BackupManifest.Part] = []

    init(
        _ place: any BackupPlace, folder: String, name: String, passphrase: String?, partBytes: Int, workFactor: Int
    ) throws(BackupError) {
        self.place = place
        self.folder = folder
        self.name = name
        self.partBytes = partBytes
        guard let passphrase else { return }
        do {
            encryptor = try AgeEncryptor(passphrase: passphrase, workFactor: workFactor)
        } catch {
            throw .encryption(item: name, error)
        }
    }

    /// Takes the next bytes, any number.
    package mutating func write(_ bytes: [UInt8]) async throws {
        self.bytes += bytes.count
        hash.update(data: bytes)
        plain += bytes
        while plain.count >= Self.memberBytes {
            try await store(member: Array(plain.prefix(Self.memberBytes)))
            plain.removeFirst(Self.memberBytes)
        }
    }

    /// Writes what is left and answers what there is.
    mutating func finish() async throws -> BackupManifest.Stream {
        // An empty stream is a member too: no bytes at all would be no gzip.
        if !plain.isEmpty || bytes == 0 { try await store(member: plain) }
        plain = []
        do {
            if let end = try encryptor?.finish() { stored += end }
        } catch {
            throw BackupError.encryption(item: name, error)
        }
        try await putWholeParts()
        if !stored.isEmpty { try await putPart(stored) }
        stored = []
        return BackupManifest.Stream(name: name, bytes: bytes, sha256: hash.finalize().hexadecimal, parts: parts)
    }

    private mutating func store(member: [UInt8]) async throws {
        do {
            let packed = try Gzip.compress(member, level: Self.level)
            stored += try encryptor?.update(packed) ?? packed
        } catch let error as CompressionError {
            throw BackupError.compression(item: name, error)
        } catch let error as AgeError {
            throw BackupError.encryption(item: name, error)
        }
        try await putWholeParts()
    }

    private mutating func putWholeParts() async throws {
        while stored.count >= partBytes {
            try await putPart(Array(stored.prefix(partBytes)))
            stored.removeFirst(partBytes)
        }
    }

    private mutating func putPart(_ bytes: [UInt8]) async throws {
        let number = String(parts.count + 1)
        let padding = String(repeating: "0", count: max(0, Self.numberDigits - number.count))
        let suffix = encryptor == nil ? "gz" : "gz.age"
        let part = "\(name).\(suffix).\(padding)\(number)"
        try await place.put(bytes, to: "\(folder)/\(part)")
        parts.append(
            BackupManifest.Part(name: part, bytes: bytes.count, sha256: SHA256.hash(data: bytes).hexadecimal))
    }
}
