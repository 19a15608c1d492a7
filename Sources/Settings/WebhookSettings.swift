/// Somebody who is told of scores.
package struct WebhookSettings: Hashable, Sendable {
    package static let formats = ["json", "discord"]
    package static let events = ["personal_best", "first_place", "achievement"]

    package var name: String
    /// Discord's are secrets.
    package var url: Secret
    /// One of `formats`.
    package var format: String
    /// For json; at least `ScoreSettings.Key.leastSecretBytes`.
    package var secret: Secret?
    /// Some of `events`; never empty.
    package var events: [String]
    /// Empty: all.
    package var boards: [String]
}
