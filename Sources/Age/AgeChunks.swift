import Crypto
import Foundation

/// The chunks of an age file's payload: each is sealed with its number and whether it is the last, so that one that is
/// missing, added or elsewhere does not open.
struct AgeChunks {
    /// Of every chunk's text but the last one's, which may have fewer, and none only where it is the first.
    static let bytes = 65_536
    static let nonceBytes = 16

    private let key: SymmetricKey
    /// 88 bits by the format; a file of 2^64 chunks would have 2^80 bytes.
    private var number: UInt64 = 0

    init(fileKey: SymmetricKey, nonce: [UInt8]) { key = AgeKeys.payload(fileKey: fileKey, nonce: nonce) }

    var isFirst: Bool { number == 0 }

    mutating func seal(_ text: ArraySlice<UInt8>, isLast: Bool) throws(AgeError) -> [UInt8] {
        try AgeBox.seal(text, key: key, nonce: nextNonce(isLast))
    }

    mutating func open(_ bytes: ArraySlice<UInt8>, isLast: Bool) throws(AgeError) -> [UInt8] {
        let isEmptyAllowed = isLast && isFirst
        guard let text = AgeBox.open(bytes, key: key, nonce: nextNonce(isLast)), isEmptyAllowed || !text.isEmpty else {
            throw .damaged
        }
        return text
    }

    private mutating func nextNonce(_ isLast: Bool) -> [UInt8] {
        defer { number += 1 }
        return [0, 0, 0] + withUnsafeBytes(of: number.bigEndian) { Array($0) } + [isLast ? 1 : 0]
    }
}
