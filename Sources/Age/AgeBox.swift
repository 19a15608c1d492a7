import Crypto
import Foundation

/// ChaCha20-Poly1305 as age uses it: no associated data, the tag behind the text.
enum AgeBox {
    static let tagBytes = 16
    static let zeroNonce = [UInt8](repeating: 0, count: 12)

    static func seal(_ bytes: some DataProtocol, key: SymmetricKey, nonce: [UInt8]) throws(AgeError) -> [UInt8] {
        do {
            let box = try ChaChaPoly.seal(bytes, using: key, nonce: ChaChaPoly.Nonce(data: nonce))
            return Array(box.ciphertext) + Array(box.tag)
        } catch {
            throw .library
        }
    }

    /// nil where the bytes were not sealed with this key and nonce.
    static func open(_ bytes: some DataProtocol, key: SymmetricKey, nonce: [UInt8]) -> [UInt8]? {
        do {
            let box = try ChaChaPoly.SealedBox(combined: Data(nonce) + Data(bytes))
            return Array(try ChaChaPoly.open(box, using: key))
        } catch {
            return nil
        }
    }
}
