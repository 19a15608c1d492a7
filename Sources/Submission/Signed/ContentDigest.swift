import Crypto
import Foundation
import RawStructuredFieldValues

/// What a body hashes to (RFC 9530).
struct ContentDigest: Hashable, Sendable {
    static let field = "content-digest"
    private static let algorithm = "sha-256"

    private let sha256: [UInt8]

    /// - Parameter text: the field; algorithms beside SHA-256 are left alone.
    init(_ text: String) throws(SignatureRefusal) {
        var parser = StructuredFieldValueParser(Array(text.utf8))
        guard let digests = try? parser.parseDictionaryFieldValue(),  // what cannot be read is malformed
            case .item(let item)? = digests[Self.algorithm],
            case .undecodedByteSequence(let base64) = item.rfc9651BareItem,
            let bytes = Data(base64Encoded: base64), bytes.count == SHA256.byteCount
        else { throw .malformedDigest }
        sha256 = Array(bytes)
    }

    func check(_ body: [UInt8]) throws(SignatureRefusal) {
        guard SHA256.hash(data: body).elementsEqual(sha256) else { throw .otherBody }
    }
}
