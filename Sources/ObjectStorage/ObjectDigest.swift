import Crypto

/// What tells an object's bytes from others: their MD5, which services answer as the entity tag of an object that was
/// put in one piece and not encrypted with a key of theirs. It guards against nothing but mistakes.
package struct ObjectDigest: Hashable, Sendable {
    /// Bytes of an MD5.
    package static let length = 16

    /// `length` bytes.
    package let bytes: [UInt8]

    /// The digest of an object's bytes as they are stored.
    package init(of object: [UInt8]) { bytes = Array(Insecure.MD5.hash(data: object)) }

    /// nil where there are not `length` bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Self.length else { return nil }
        self.bytes = bytes
    }

    /// nil where the tag is another thing, as that of an object that was put in parts.
    init?(entityTag: String) {
        let digits = entityTag.filter { $0 != "\"" }.compactMap(\.hexDigitValue)
        guard digits.count == 2 * Self.length, entityTag.filter({ $0 != "\"" }).count == digits.count else {
            return nil
        }
        bytes = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
