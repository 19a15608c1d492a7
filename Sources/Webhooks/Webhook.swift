import Crypto
import Hexadecimal
import Rankings

/// Somebody who is told of scores.
package struct Webhook: Sendable {
    /// What is sent.
    package enum Format: String, Hashable, Sendable, CaseIterable {
        /// Borderline's own, signed where there is a key.
        case json
        /// A message as Discord's webhooks take it (https://discord.com/developers/docs/resources/webhook).
        case discord
    }

    static let signatureField = "Borderline-Signature"

    package let name: String
    let url: String
    let format: Format
    private let key: SymmetricKey?

    /// - Parameter secret: of the signature; Discord knows none, its address is the secret.
    package init(name: String, url: String, format: Format, secret: [UInt8]?) {
        self.name = name
        self.url = url
        self.format = format
        key = secret.map { SymmetricKey(data: $0) }
    }

    /// `t=<Unix seconds>,v1=<hex>`: HMAC-SHA-256 over the seconds, a full stop and the body. Nil without a key.
    func signature(of body: [UInt8], at instant: Instant) -> String? {
        guard let key else { return nil }
        let time = String(instant.unixSeconds)
        let code = HMAC<SHA256>.authenticationCode(for: Array("\(time).".utf8) + body, using: key)
        return "t=\(time),v1=\(code.hexadecimal)"
    }
}
