import Crypto
import Foundation
import HTTPTypes

@testable import Submission

/// A request of a server, which tests change before or after it is signed.
struct ServerDraft {
    static let secret = Array("what a server signs with, thirty-two bytes".utf8)

    var request = HTTPRequest(
        method: .post, scheme: "https", authority: "scores.example", path: "/api/v1/actions",
        headerFields: [.contentType: "application/json"])
    var body = Array(#"{"board": "race"}"#.utf8)
    var components = ["@method", "@path", "score-user", "content-digest", "content-type"]
    var parameters = #";created=1763700000;keyid="club";nonce="0123456789abcdef""#
    var user = #"{"id": "ann", "name": "Ann"}"#
    var secret = Self.secret

    func signed() throws -> HTTPRequest {
        var request = request
        request[ContentDigest.field] = "sha-256=:\(Data(SHA256.hash(data: body)).base64EncodedString()):"
        request[ServerVerifier.userField] = ":\(Data(user.utf8).base64EncodedString()):"
        let covered = "(\(components.map { "\"\($0)\"" }.joined(separator: " ")))\(parameters)"
        let base = try RequestSignature.base(of: components, parameters: covered, request)
        let code = HMAC<SHA256>.authenticationCode(for: base, using: SymmetricKey(data: secret))
        request["signature-input"] = "sig=\(covered)"
        request["signature"] = "sig=:\(Data(code).base64EncodedString()):"
        return request
    }
}

extension HTTPRequest {
    /// A field by its name.
    subscript(name: String) -> String? {
        get { HTTPField.Name(name).flatMap { headerFields[$0] } }
        set { headerFields[HTTPField.Name(name)!] = newValue }
    }
}
