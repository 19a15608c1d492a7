/// Headers of every request to an upstream, by their names.
package struct StandingHeaders: Hashable, Sendable {
    package let plain: [String: String]
    /// Never logged, and cut out of bodies that are kept.
    package let secret: [String: String]

    package init(plain: [String: String] = [:], secret: [String: String] = [:]) {
        self.plain = plain
        self.secret = secret
    }

    var all: [String: String] { plain.merging(secret) { _, secret in secret } }
}
