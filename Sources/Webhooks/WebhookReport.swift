/// What a round of telling came to.
package struct WebhookReport: Hashable, Sendable {
    package var told = 0
    /// Why telling ended before all was told; nil where it did not.
    package var reason: String?
    /// How many were given up.
    package var dead = 0

    package init() {}
}
