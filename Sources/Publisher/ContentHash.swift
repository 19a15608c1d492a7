import Crypto

/// The hash that names an immutable file: the first 64 bits of the SHA-256 of its bytes, as 16 hexadecimal digits.
enum ContentHash {
    static func of(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).prefix(lengthBytes).map(hexadecimal).joined()
    }

    /// 64 bits: one board has at most some thousand such files, so two of one name do not happen by chance.
    private static let lengthBytes = 8

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }
}
