import Crypto
import CryptoExtras
import Foundation

/// The keys of one age file, each derived from the one before as the format says (https://age-encryption.org/v1).
enum AgeKeys {
    /// Of the random key that everything in a file hangs on.
    static let fileKeyBytes = 16
    static let saltBytes = 16
    private static let keyBytes = 32
    /// scrypt's block size r and its parallelism p.
    private static let blockSize = 8
    private static let parallelism = 1

    /// The key that wraps the file key, made of the passphrase with 2^`workFactor` rounds, which take 2^`workFactor`
    /// KiB of memory.
    static func wrapping(passphrase: String, salt: [UInt8], workFactor: Int) throws(AgeError) -> SymmetricKey {
        do {
            return try KDF.Scrypt.deriveKey(
                from: Array(passphrase.utf8), salt: Array("age-encryption.org/v1/scrypt".utf8) + salt,
                outputByteCount: keyBytes, rounds: 1 << workFactor, blockSize: blockSize, parallelism: parallelism)
        } catch {
            throw .library
        }
    }

    /// The code that ties the header to the file key; `header` ends with its `---`.
    static func authenticationCode(of header: [UInt8], fileKey: SymmetricKey) -> [UInt8] {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: fileKey, info: Array("header".utf8), outputByteCount: keyBytes)
        return Array(HMAC<SHA256>.authenticationCode(for: header, using: key))
    }

    static func payload(fileKey: SymmetricKey, nonce: [UInt8]) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: fileKey, salt: nonce, info: Array("payload".utf8), outputByteCount: keyBytes)
    }

    static func random(_ bytes: Int) -> [UInt8] {
        SymmetricKey(size: SymmetricKeySize(bitCount: bytes * 8)).withUnsafeBytes { Array($0) }
    }
}
