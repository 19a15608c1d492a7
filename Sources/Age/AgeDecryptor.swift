import Crypto

/// Decrypts a stream in the age format that is for a passphrase. What it answers is authentic; that it is complete is
/// known when `finish` has not thrown.
package struct AgeDecryptor {
    /// 2^18 rounds and 256 MiB, what the `age` program itself takes: a file from elsewhere asks for no more.
    package static let workFactorLimit = 18

    private static let sealedChunkBytes = AgeChunks.bytes + AgeBox.tagBytes

    private let passphrase: String
    private var chunks: AgeChunks?
    private var pending: [UInt8] = []

    package init(passphrase: String) { self.passphrase = passphrase }

    /// Takes the next bytes and answers what is known to be authentic by now.
    package mutating func update(_ bytes: [UInt8]) throws(AgeError) -> [UInt8] {
        pending += bytes
        if chunks == nil { try readHeader() }
        guard var opened = chunks else { return [] }
        var text: [UInt8] = []
        var start = 0
        // A chunk that nothing follows yet may be the last.
        while pending.count - start > Self.sealedChunkBytes {
            text += try opened.open(pending[start..<(start + Self.sealedChunkBytes)], isLast: false)
            start += Self.sealedChunkBytes
        }
        pending.removeFirst(start)
        chunks = opened
        return text
    }

    /// Answers the last bytes.
    ///
    /// - Throws: `AgeError.damaged` where the stream does not end as it was written.
    package mutating func finish() throws(AgeError) -> [UInt8] {
        guard var opened = chunks else { throw pending.starts(with: AgeHeader.intro.utf8) ? .damaged : .notAge }
        defer { pending = [] }
        return try opened.open(pending[...], isLast: true)
    }

    /// Opens the payload where header and nonce have come in whole.
    private mutating func readHeader() throws(AgeError) {
        guard let end = AgeHeader.end(in: pending.prefix(AgeHeader.limitBytes)) else {
            if pending.count > AgeHeader.limitBytes { throw .notAge }
            return
        }
        guard pending.count >= end + AgeChunks.nonceBytes else { return }
        let fileKey = try AgeHeader(pending[..<end]).fileKey(
            passphrase: passphrase, workFactorLimit: Self.workFactorLimit)
        chunks = AgeChunks(fileKey: fileKey, nonce: Array(pending[end..<(end + AgeChunks.nonceBytes)]))
        pending.removeFirst(end + AgeChunks.nonceBytes)
    }
}
