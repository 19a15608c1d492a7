import Crypto

/// How an upstream's sessions work, as its adapter describes them.
package struct SessionRules: Sendable {
    /// A larger body is no error and names no session. 4 KiB.
    private static let shortBytes = 4096
    /// The shortest text of a login that counts as secret: what is shorter stands in any body.
    private static let shortestSecret = 8

    /// Names the session among all that are kept; no secret.
    package let account: String
    package let login: OutgoingRequest
    /// Where the versions are learned that the upstream asks for; nil where they cannot be.
    package let versions: OutgoingRequest?
    /// Of the header that carries the token, both ways.
    package let tokenHeader: String
    /// Of the header that names each request by a new UUID; nil where there is none.
    package let requestIDHeader: String?
    private let credential: [UInt8]
    private let format: BodyFormat

    /// - Parameters:
    ///   - login: without its body.
    ///   - credential: the body of the login, before it is written as the format wants it.
    ///   - format: of what the upstream answers.
    /// - Throws: `UpstreamError.malformed` where the credential cannot be written so.
    package init(
        account: String, login: OutgoingRequest, credential: [UInt8], versions: OutgoingRequest? = nil,
        format: BodyFormat = .json, tokenHeader: String = "X-Session-Token", requestIDHeader: String? = "X-Request-Id"
    ) throws(UpstreamError) {
        self.account = account
        self.login = OutgoingRequest(
            path: login.path, method: login.method,
            headers: ["Content-Type": format.contentType].merging(login.headers) { _, own in own },
            body: try format.encode(json: credential), isSecret: true)
        self.credential = credential
        self.versions = versions
        self.format = format
        self.tokenHeader = tokenHeader
        self.requestIDHeader = requestIDHeader
    }

    /// The status that a short body names in place of its answer's success, in plain JSON or in the upstream's own
    /// format; nil where it names none.
    package static func trouble(in body: [UInt8], format: BodyFormat) -> Int? {
        guard body.count <= shortBytes else { return nil }
        let formats: [BodyFormat] = if case .json = format { [.json] } else { [.json, format] }
        for format in formats {
            // What cannot be read so is no error message.
            let answer = try? format.decode(SessionAnswer.self, from: body)  // as said above
            if let status = answer?.httpStatus, status >= 400 { return status }
        }
        return nil
    }

    /// The headers of a request under a session.
    func headers(of session: Session, requestID: String) -> [String: String] {
        var headers = session.versions
        headers[tokenHeader] = session.token
        if let requestIDHeader { headers[requestIDHeader] = requestID }
        return headers
    }

    /// The session after a login.
    ///
    /// - Parameter token: of the answer's header, if any.
    func session(after body: [UInt8], token: String?, from session: Session) throws(UpstreamError) -> Session {
        let answer = try format.decode(SessionAnswer.self, from: body)
        guard let token = answer.sessionToken ?? token else { throw .malformed("a login without a token") }
        return Session(token: token, versions: session.versions.merging(answer.versions) { _, new in new })
    }

    /// The session with the versions of an answer from `versions`, which is JSON.
    func session(withVersionsOf body: [UInt8], from session: Session) throws(UpstreamError) -> Session {
        let answer = try decode(SessionAnswer.self, from: body)
        guard !answer.versions.isEmpty else { throw .malformed("no versions") }
        return Session(token: nil, versions: session.versions.merging(answer.versions) { _, new in new })
    }

    /// What logs in: the body of the login and the values in it, and the values of its headers.
    var secrets: [String] {
        let body = String(decoding: credential, as: UTF8.self)
        let values = [body] + body.split(separator: "\"").map(String.init) + login.headers.values
        return values.filter { $0.utf8.count >= Self.shortestSecret }
    }

    /// The key that kept sessions are sealed with: whoever can log in can read them, and nobody else.
    var key: SymmetricKey {
        let material = credential + login.headers.sorted { $0.key < $1.key }.flatMap { Array($0.value.utf8) }
        return HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: material), salt: Array("borderline session".utf8),
            info: Array(account.utf8), outputByteCount: 32)
    }
}
