import Rankings

/// What lets an account's requests in. Secret as a whole.
package struct Session: Hashable, Sendable, Codable {
    /// The newest one; the next request must carry it. nil: a login is needed.
    package var token: String?
    /// Headers that name versions of the game, by their names.
    package var versions: [String: String]
    /// The last login was refused; before this instant, in milliseconds since 1970, none is tried again.
    package var refusedUntilMilliseconds: Int64?

    package init(token: String? = nil, versions: [String: String] = [:], refusedUntilMilliseconds: Int64? = nil) {
        self.token = token
        self.versions = versions
        self.refusedUntilMilliseconds = refusedUntilMilliseconds
    }

    /// Whether the last login was refused so short a time ago that another one cannot go better.
    func isRefused(at now: Instant) -> Bool {
        refusedUntilMilliseconds.map { now.unixMilliseconds < $0 } ?? false
    }
}
