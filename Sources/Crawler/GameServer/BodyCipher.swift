import Crypto
import CryptoExtras

/// Opens bodies that are encrypted by AES-128-CBC with PKCS#7 padding. It prints nothing of its key.
package struct BodyCipher: Sendable, CustomStringConvertible, CustomReflectable {
    /// Bytes of the key, and of the initialisation vector.
    package static let keyBytes = 16

    private let key: SymmetricKey
    private let vector: AES._CBC.IV

    /// - Returns: nil where one is not of 16 bytes.
    package init?(key: [UInt8], vector: [UInt8]) {
        let sized = try? AES._CBC.IV(ivBytes: vector)  // nil is the answer for another size
        guard key.count == Self.keyBytes, let sized else { return nil }
        self.key = SymmetricKey(data: key)
        self.vector = sized
    }

    package var description: String { "(secret)" }
    package var customMirror: Mirror { Mirror(self, children: []) }

    func sealed(_ bytes: [UInt8]) throws(UpstreamError) -> [UInt8] {
        do {
            return Array(try AES._CBC.encrypt(bytes, using: key, iv: vector))
        } catch {
            throw .malformed("not to be encrypted with this key")
        }
    }

    func opened(_ bytes: [UInt8]) throws(UpstreamError) -> [UInt8] {
        do {
            return Array(try AES._CBC.decrypt(bytes, using: key, iv: vector))
        } catch {
            throw .malformed("not encrypted with this key")
        }
    }
}
