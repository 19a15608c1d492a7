import Crypto
import Hexadecimal

/// The hash that names an immutable file: the first 64 bits of the SHA-256 of its bytes, as 16 hexadecimal digits.
enum ContentHash {
    static func of(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).prefix(lengthBytes).hexadecimal
    }

    /// 64 bits: one board has at most some thousand such files, so two of one name do not happen by chance.
    private static let lengthBytes = 8
}
