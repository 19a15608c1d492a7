import Crypto

/// A key that a server signs requests with, by HMAC-SHA256 and nothing else.
package struct ServerKey: Sendable {
    package let id: String
    let key: SymmetricKey

    /// - Parameter secret: at least as long as the hash: a shorter one would be the weaker part.
    package init(id: String, secret: [UInt8]) {
        precondition(secret.count >= SHA256.byteCount, "a key is as long as the hash")
        self.id = id
        key = SymmetricKey(data: secret)
    }
}
