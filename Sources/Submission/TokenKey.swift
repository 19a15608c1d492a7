import JWTKit

/// A key that tokens of one id are checked with, by one algorithm and no other.
package struct TokenKey: Sendable {
    /// The size of the hash (RFC 7518, section 3.2).
    package static let leastSecretBytes = 32

    package let id: String
    package let algorithm: TokenAlgorithm
    /// Holds this key alone, and no default that another id would fall back to.
    let collection: JWTKeyCollection

    /// - Parameter material: the secret itself for `hs256`; else a key in PEM form, a private one where tokens are
    ///   made.
    /// - Throws: `TokenKeyError`.
    package init(id: String, algorithm: TokenAlgorithm, material: String) async throws(TokenKeyError) {
        self.id = id
        self.algorithm = algorithm
        collection = JWTKeyCollection()
        let kid = JWKIdentifier(string: id)
        let isPrivate = material.contains("PRIVATE KEY")
        do {
            switch (algorithm, isPrivate) {
            case (.hs256, _):
                guard material.utf8.count >= Self.leastSecretBytes else { throw TokenKeyError.tooShort(id: id) }
                await collection.add(hmac: HMACKey(from: material), digestAlgorithm: .sha256, kid: kid)
            case (.es256, false): try await collection.add(ecdsa: ES256PublicKey(pem: material), kid: kid)
            case (.es256, true): try await collection.add(ecdsa: ES256PrivateKey(pem: material), kid: kid)
            case (.eddsa, false): try await collection.add(eddsa: EdDSA.PublicKey(pem: material), kid: kid)
            case (.eddsa, true): try await collection.add(eddsa: EdDSA.PrivateKey(pem: material), kid: kid)
            }
        } catch let error as TokenKeyError {
            throw error
        } catch {
            throw TokenKeyError.unreadable(id: id, algorithm: algorithm)
        }
        await collection.clearDefault()
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
