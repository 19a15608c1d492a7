/// Boards of one's own, and who may submit to them.
package struct ScoreSettings: Hashable, Sendable {
    /// Signs tokens.
    package struct Key: Hashable, Sendable {
        package static let algorithms = ["HS256", "ES256", "EdDSA"]
        /// Bytes of a secret: the size of the hash.
        package static let leastSecretBytes = 32

        package var id: String
        /// One of `algorithms`.
        package var algorithm: String
        /// For HS256 alone.
        package var secret: Secret?
        /// A file in PEM form, for the others.
        package var pemFile: String?
    }

    /// Signs requests for players.
    package struct Server: Hashable, Sendable {
        package var id: String
        /// At least `Key.leastSecretBytes`.
        package var secret: Secret
    }

    /// How much users, addresses and servers may do.
    package struct Limits: Hashable, Sendable {
        package var actionsPerHour: Int
        package var actionsAtOnce: Int
        package var addressActionsPerHour: Int
        package var addressActionsAtOnce: Int
        package var serverActionsPerHour: Int
        package var serverActionsAtOnce: Int
        package var block: Duration
    }

    package var host: String
    /// 0 lets the system choose.
    package var port: Int
    /// A Unix socket in place of host and port.
    package var socket: String?
    /// How many proxies of our own stand in front.
    package var proxies: Int
    package var connections: Int
    /// Pages of these origins may use the API, such as `https://game.example`.
    package var origins: [String]
    package var issuer: String
    package var audience: String
    /// What actions are sealed with; at least `Key.leastSecretBytes`.
    package var actionKey: Secret
    /// The one before it, which is still known.
    package var previousActionKey: Secret?
    /// Each id once; never empty.
    package var keys: [Key]
    /// Each id once.
    package var servers: [Server]
    package var limits: Limits
    /// Nil where no replays are kept.
    package var proofs: ProofSettings?
    /// Each name once.
    package var webhooks: [WebhookSettings]
    /// Each name once; never empty.
    package var boards: [ScoreBoardSettings]
}
