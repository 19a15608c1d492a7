import Foundation
import Rankings
import Scoring

/// Tells from a token who asks.
package struct TokenVerifier: Sendable {
    /// Of a token: the usual ones have some hundred bytes.
    static let longestToken = 4096

    private let keys: [String: TokenKey]
    private let issuer: String
    private let audience: String

    /// - Parameter keys: each id once.
    package init(keys: [TokenKey], issuer: String, audience: String) {
        self.keys = Dictionary(uniqueKeysWithValues: keys.map { ($0.id, $0) })
        self.issuer = issuer
        self.audience = audience
    }

    func user(of token: some StringProtocol, now: Instant) throws(TokenRefusal) -> ScoreUser {
        let payload = try payload(of: token)
        guard let claims = try? JSONDecoder().decode(TokenClaims.self, from: Data(payload))  // malformed otherwise
        else { throw .malformed }
        return try user(of: claims, now: now)
    }

    /// What a token says, which its key vouches for (RFC 7515, section 5.2).
    ///
    /// The key is found and its algorithm compared before anything is computed: jwt-kit takes a default key for an
    /// unknown one, and asks each key without looking at `alg`.
    func payload(of token: some StringProtocol) throws(TokenRefusal) -> [UInt8] {
        let bytes = Array(token.utf8)
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard bytes.count <= Self.longestToken, parts.count == 3, parts.allSatisfy({ !$0.isEmpty }),
            let head = Base64URL.decode(parts[0]), let payload = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2]), let header = TokenHeader(head), !header.hasExtensions
        else { throw .malformed }
        guard let key = keys[header.kid] else { throw .unknownKey }
        guard header.alg == key.algorithm.rawValue else { throw .wrongAlgorithm }
        let message = Array(bytes.prefix(parts[0].count + 1 + parts[1].count))
        guard key.verifies(signature, of: message) else { throw .wrongSignature }
        return payload
    }

    private func user(of claims: TokenClaims, now: Instant) throws(TokenRefusal) -> ScoreUser {
        let seconds = Double(now.unixMilliseconds) / 1000
        let tolerance = ActionReport.clockTolerance.inSeconds
        guard let expiry = claims.exp else { throw .malformed }
        guard seconds < expiry + tolerance else { throw .expired }
        guard claims.nbf.map({ seconds >= $0 - tolerance }) ?? true else { throw .notYetValid }
        guard claims.iss == issuer else { throw .wrongIssuer }
        guard claims.aud?.values.contains(audience) == true else { throw .wrongAudience }
        guard
            let user = ScoreUser(
                subject: claims.sub, claimedName: claims.name, claimedPicture: claims.picture,
                groups: claims.groups?.names)
        else { throw .wrongSubject }
        return user
    }
}
