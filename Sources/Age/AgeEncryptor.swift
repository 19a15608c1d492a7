import Crypto

/// Encrypts a stream with a passphrase into the age format (https://age-encryption.org/v1), which other programs read.
package struct AgeEncryptor {
    /// 2^16 rounds of scrypt: a tenth of a second and 64 MiB for whoever knows the passphrase, and for each guess.
    package static let workFactor = 16

    private var chunks: AgeChunks
    /// Ciphertext that was not taken yet: the header at first.
    private var head: [UInt8]
    private var pending: [UInt8] = []

    /// - Parameter passphrase: not empty.
    package init(passphrase: String, workFactor: Int = workFactor) throws(AgeError) {
        precondition(!passphrase.isEmpty, "an empty passphrase protects nothing")
        let fileKey = SymmetricKey(data: AgeKeys.random(AgeKeys.fileKeyBytes))
        let nonce = AgeKeys.random(AgeChunks.nonceBytes)
        head = try AgeHeader.make(fileKey: fileKey, passphrase: passphrase, workFactor: workFactor) + nonce
        chunks = AgeChunks(fileKey: fileKey, nonce: nonce)
    }

    /// Takes the next bytes and answers what can be written by now. Keeps at most one chunk back: the last one is
    /// known only at the end.
    package mutating func update(_ bytes: [UInt8]) throws(AgeError) -> [UInt8] {
        pending += bytes
        var sealed = head
        head = []
        var start = 0
        while pending.count - start > AgeChunks.bytes {
            sealed += try chunks.seal(pending[start..<(start + AgeChunks.bytes)], isLast: false)
            start += AgeChunks.bytes
        }
        pending.removeFirst(start)
        return sealed
    }

    /// Answers the end of the file. Nothing may follow.
    package mutating func finish() throws(AgeError) -> [UInt8] {
        let last = head + (try chunks.seal(pending[...], isLast: true))
        (head, pending) = ([], [])
        return last
    }
}
