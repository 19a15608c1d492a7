/// How a cache is told that published files changed.
package struct PurgeSettings: Hashable, Sendable {
    package var method: String
    /// The address requests go to, with placeholders.
    package var url: String
    /// Sent with each request, by name.
    package var plainHeaders: [String: String]
    /// Secret ones.
    package var headers: [String: Secret]
    /// With placeholders; nil sends none.
    package var body: String?
    /// Addresses in one request at most; one where the body has no room for several.
    package var batch: Int
    /// The least time from one request to the next.
    package var interval: Duration

    /// A published address; its path; the address as a part of a query; addresses as a list in JSON.
    static let urlPlaceholders = ["url", "path", "encoded_url"]
    static let list = "{urls}"

    /// Whether one request names several addresses.
    package var isBatched: Bool { body?.contains(Self.list) ?? false }
}
