/// The key and the initialisation vector of encrypted bodies.
package struct BodySettings: Hashable, Sendable {
    /// Bytes of each: AES-128.
    static let keyBytes = 16

    /// 16 bytes, as 32 hexadecimal digits or as 16 characters of ASCII.
    package var key: Secret
    /// The same.
    package var vector: Secret

    /// The bytes that a secret stands for; nil where it is neither form.
    package static func bytes(of secret: Secret) -> [UInt8]? {
        let text = Array(secret.reveal().utf8)
        if text.count == keyBytes, text.allSatisfy({ $0 < 0x80 }) { return text }
        let digits = text.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard text.count == keyBytes * 2, digits.count == text.count else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
