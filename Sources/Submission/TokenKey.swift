import JWTKit

/// A key that tokens of one id are checked with, by one algorithm and no other.
package struct TokenKey: Sendable {
    /// The size of the hash (RFC 7518, section 3.2).
    package static let leastSecretBytes = 32

    package let id: String
    package let algorithm: TokenAlgorithm
    /// Holds this key alone, and no default that another id would fall back to.
    private let collection: JWTKeyCollection
    private let signer: any JWTAlgorithm

    /// - Parameter material: the secret itself for `hs256`; else a key in PEM form, a private one where tokens are
    ///   made.
    /// - Throws: `TokenKeyError`.
    package init(id: String, algorithm: TokenAlgorithm, material: String) async throws(TokenKeyError) {
        try await self.init(id: id, algorithm: algorithm, bytes: Array(material.utf8))
    }

    /// - Parameter bytes: of the same.
    init(id: String, algorithm: TokenAlgorithm, bytes: [UInt8]) async throws(TokenKeyError) {
        self.id = id
        self.algorithm = algorithm
        collection = JWTKeyCollection()
        let kid = JWKIdentifier(string: id)
        let material = String(decoding: bytes, as: UTF8.self)
        let isPrivate = material.contains("PRIVATE KEY")
        do {
            switch (algorithm, isPrivate) {
            case (.hs256, _):
                guard bytes.count >= Self.leastSecretBytes else { throw TokenKeyError.tooShort(id: id) }
                await collection.add(hmac: HMACKey(from: bytes), digestAlgorithm: .sha256, kid: kid)
            case (.es256, false): try await collection.add(ecdsa: ES256PublicKey(pem: material), kid: kid)
            case (.es256, true): try await collection.add(ecdsa: ES256PrivateKey(pem: material), kid: kid)
            case (.eddsa, false): try await collection.add(eddsa: EdDSA.PublicKey(pem: material), kid: kid)
            case (.eddsa, true): try await collection.add(eddsa: EdDSA.PrivateKey(pem: material), kid: kid)
            }
            await collection.clearDefault()
            signer = try await collection.getKey(for: kid)
        } catch let error as TokenKeyError {
            throw error
        } catch {
            throw TokenKeyError.unreadable(id: id, algorithm: algorithm)
        }
    }

    /// Whether the signature is of the message, by this key.
    func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        // One of another length is an error of the cryptographic library.
        (try? signer.verify(signature, signs: message)) ?? false  // which is wrong all the same
    }

    /// Makes a token.
    ///
    /// - Throws: `TokenKeyError.cannotSign` where only the public key is there.
    package func token(for claims: TokenClaims) async throws(TokenKeyError) -> String {
        do {
            return try await collection.sign(claims, kid: JWKIdentifier(string: id))
        } catch {
            throw .cannotSign(id: id)
        }
    }
}
