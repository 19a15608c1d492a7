import JWTKit
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

    /// The key is found and its algorithm compared before anything is computed: jwt-kit takes a default key for an
    /// unknown one, and asks each key without looking at `alg`.
    func user(of token: some StringProtocol, now: Instant) async throws(TokenRefusal) -> ScoreUser {
        let bytes = Array(token.utf8)
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard bytes.count <= Self.longestToken, parts.count == 3,
            parts.allSatisfy({ !$0.isEmpty && Base64URL.decode($0) != nil }),
            let head = Base64URL.decode(parts[0]), let header = TokenHeader(head), !header.hasExtensions
        else { throw .malformed }
        guard let key = keys[header.kid] else { throw .unknownKey }
        guard header.alg == key.algorithm.rawValue else { throw .wrongAlgorithm }
        return try user(of: try await claims(bytes, key), now: now)
    }

    private func claims(_ token: [UInt8], _ key: TokenKey) async throws(TokenRefusal) -> TokenClaims {
        do {
            return try await key.collection.verify(token, as: TokenClaims.self)
        } catch let error as JWTError {
            throw error.errorType == .signatureVerificationFailed ? .wrongSignature : .malformed
        } catch {
            // A signature of another length is an error of the cryptographic library.
            throw .wrongSignature
        }
    }

    private func user(of claims: TokenClaims, now: Instant) throws(TokenRefusal) -> ScoreUser {
        let seconds = Double(now.unixMilliseconds) / 1000
        let tolerance = ActionReport.clockTolerance.inSeconds
        guard let expiry = claims.exp else { throw .malformed }
        guard seconds < expiry + tolerance else { throw .expired }
        guard claims.nbf.map({ seconds >= $0 - tolerance }) ?? true else { throw .notYetValid }
        guard claims.iss == issuer else { throw .wrongIssuer }
        guard claims.aud?.values.contains(audience) == true else { throw .wrongAudience }
        guard let subject = claims.sub, (1...ScoreUser.longestSubject).contains(subject.utf8.count) else {
            throw .wrongSubject
        }
        return ScoreUser(
            subject: subject, name: shownName(claims.name) ?? Self.anonymous, avatar: shownPicture(claims.picture))
    }

    /// What lists show of a player whose token has no name.
    private static let anonymous = "Player"

    private func shownName(_ name: String?) -> String? {
        let shown = (name ?? "").unicodeScalars.filter { $0.properties.generalCategory != .control }
        return shown.isEmpty ? nil : String(String.UnicodeScalarView(shown.prefix(ScoreUser.longestName)))
    }

    /// Pictures come over TLS and from nowhere else.
    private func shownPicture(_ picture: String?) -> String? {
        guard let picture, picture.hasPrefix("https://"), picture.utf8.count <= ScoreUser.longestAvatar,
            picture.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) })
        else { return nil }
        return picture
    }
}
