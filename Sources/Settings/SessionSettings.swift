/// How an account logs in to a game server.
package struct SessionSettings: Hashable, Sendable {
    /// Names the account among those that share a database.
    package var account: String
    /// Below the game's address.
    package var loginPath: String
    /// `POST` or `PUT`.
    package var loginMethod: String
    /// The body of the login, as it is sent.
    package var login: Secret
    /// The address that names the newest versions; nil where there is none.
    package var versionsURL: String?

    /// The methods a login may have.
    package static let loginMethods = ["POST", "PUT"]
}
