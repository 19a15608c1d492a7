/// The one account of a simulated server that asks for a login: its session, whose token changes with each answer, and
/// the version a client must have. Pure.
package struct GameAccount: Hashable, Sendable {
    /// What a client sent with a request.
    package struct Credentials: Hashable, Sendable {
        package let token: String?
        package let appVersion: String?

        package init(token: String?, appVersion: String?) {
            self.token = token
            self.appVersion = appVersion
        }
    }

    /// What tokens begin with, so that they are found wherever they should not be.
    package static let tokenPrefix = "simulated-session-"

    /// The body that logs in.
    private let login: [UInt8]
    private let seed: UInt64
    private var token: String?
    private var tokensMade: UInt64 = 0
    /// The version that a client must have.
    package private(set) var appVersion = "1.0.0"
    package private(set) var logins = 0
    /// Requests whose session was not the present one.
    package private(set) var refused = 0
    /// Requests of a client that is too old.
    package private(set) var outdated = 0

    package init(login: [UInt8], seed: UInt64) {
        self.login = login
        self.seed = seed
    }

    /// Ends the session: the next request is refused.
    package mutating func endSession() { token = nil }

    /// Has a newer version come out, which ends the session.
    package mutating func release(_ version: String) {
        appVersion = version
        token = nil
    }

    /// The answer to a login: a session and the versions of the data.
    package mutating func logIn(_ body: [UInt8], with credentials: Credentials) -> GameAnswer {
        if let refusal = refuseOld(credentials) { return refusal }
        guard body == login else { return .error(status: 403, code: "invalid_credential") }
        logins += 1
        var json = JSONText()
        json.raw("{\"sessionToken\":")
        json.string(newToken())
        json.raw(",\"dataVersion\":\"1.2.3\",\"assetVersion\":\"4.5.6\"}")
        return GameAnswer(status: 200, body: json.bytes)
    }

    /// The refusal of a request that may not be answered; nil where it may.
    package mutating func refusal(of credentials: Credentials) -> GameAnswer? {
        if let refusal = refuseOld(credentials) { return refusal }
        guard let token, credentials.token == token else {
            refused += 1
            return .error(status: 403, code: "session_error")
        }
        return nil
    }

    /// The token that the next request must carry.
    package mutating func newToken() -> String {
        tokensMade += 1
        let made = Self.tokenPrefix + String(StableHash.of(seed, tokensMade), radix: 16)
        token = made
        return made
    }

    /// `{"appVersion":"1.0.0","appHash":"…","logins":1,"refused":0,"outdated":0}`
    package var document: [UInt8] {
        var json = JSONText()
        json.raw("{\"appVersion\":")
        json.string(appVersion)
        json.raw(",\"appHash\":")
        json.string(String(StableHash.of(text: appVersion), radix: 16))
        json.raw(",\"logins\":")
        json.integer(Int64(logins))
        json.raw(",\"refused\":")
        json.integer(Int64(refused))
        json.raw(",\"outdated\":")
        json.integer(Int64(outdated))
        json.raw("}")
        return json.bytes
    }

    private mutating func refuseOld(_ credentials: Credentials) -> GameAnswer? {
        if credentials.appVersion == appVersion { return nil }
        outdated += 1
        return .error(status: 426, code: "upgrade_required")
    }
}
