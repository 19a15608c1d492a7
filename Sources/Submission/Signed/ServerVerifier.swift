import Crypto
import Foundation
import HTTPTypes
import Rankings
import Scoring

/// Tells from a signature which server asks, and for which player.
package struct ServerVerifier: Sendable {
    static let userField = "score-user"
    /// What a signature says of the player.
    private struct Claims: Decodable {
        let id: String
        let name: String?
        let avatar: String?
        let groups: [String]?
    }

    private let keys: [String: ServerKey]

    /// - Parameter keys: each id once.
    package init(keys: [ServerKey]) { self.keys = Dictionary(uniqueKeysWithValues: keys.map { ($0.id, $0) }) }

    /// Everything but whether the nonce is new, which the caller asks last: only who has a key uses one up.
    func verify(_ request: HTTPRequest, now: Instant) throws(SignatureRefusal) -> (Requester, RequestSignature) {
        guard request.headerFields[.authorization] == nil else { throw .beside }
        let signature = try RequestSignature(request.headerFields)
        guard let key = keys[signature.keyID] else { throw .unknownKey }
        guard signature.algorithm ?? "hmac-sha256" == "hmac-sha256" else { throw .wrongAlgorithm }
        try requireCoverage(of: request, by: signature)
        let tolerance = ActionReport.clockTolerance
        guard signature.created - tolerance <= now, now <= signature.created + tolerance,
            signature.expires.map({ now < $0 }) ?? true
        else { throw .wrongTime }
        let base = try signature.base(of: request)
        guard HMAC<SHA256>.isValidAuthenticationCode(signature.bytes, authenticating: base, using: key.key) else {
            throw .wrongSignature
        }
        let requester = Requester(
            user: try Self.user(of: request), sender: .server(id: key.id),
            digest: request.hasBody ? try ContentDigest(request.text(of: ContentDigest.field)) : nil)
        return (requester, signature)
    }

    private func requireCoverage(of request: HTTPRequest, by signature: RequestSignature) throws(SignatureRefusal) {
        var wanted = ["@method", "@path", Self.userField]
        if request.path?.contains("?") == true { wanted.append("@query") }
        if request.hasBody { wanted += [ContentDigest.field, "content-type"] }
        guard Set(wanted).isSubset(of: signature.components) else { throw .uncovered }
    }

    private static func user(of request: HTTPRequest) throws(SignatureRefusal) -> ScoreUser {
        // As a byte sequence of structured fields: in colons.
        let field = request.text(of: userField)
        guard field.utf8.count <= TokenVerifier.longestToken, field.first == ":", field.last == ":",
            let bytes = Data(base64Encoded: String(field.dropFirst().dropLast())),
            let claims = try? JSONDecoder().decode(Claims.self, from: bytes),  // what cannot be read is malformed
            let user = ScoreUser(
                subject: claims.id, claimedName: claims.name, claimedPicture: claims.avatar, groups: claims.groups)
        else { throw .malformedUser }
        return user
    }
}

extension HTTPRequest {
    fileprivate var hasBody: Bool { [.post, .put].contains(method) }

    /// Of a field that may not be there.
    fileprivate func text(of name: String) -> String { HTTPField.Name(name).flatMap { headerFields[$0] } ?? "" }
}
