import Crypto
import Rankings

/// Makes action tokens and knows its own again: an HMAC over user, board, type, id and time. Servers that share the
/// keys know each other's.
///
/// A token is `version . board . time . code` in Base64 for addresses: what the client does not send anyway, and the
/// code over everything.
package struct ActionSeal: Sendable {
    /// The size of the hash: a shorter key would be the weaker part.
    package static let leastKeyBytes = 32
    /// Of a token: board names have at most 80 bytes.
    package static let longestToken = 256
    private static let version = "1"

    private let keys: [SymmetricKey]

    /// - Parameter secrets: the first makes tokens, all of them are known: so a key is changed while actions are under
    ///   way. Each has at least `leastKeyBytes`.
    package init(secrets: [[UInt8]]) {
        precondition(!secrets.isEmpty, "a seal needs a key")
        precondition(secrets.allSatisfy { $0.count >= Self.leastKeyBytes }, "a key is as long as the hash")
        keys = secrets.map { SymmetricKey(data: $0) }
    }

    /// The token that vouches for the grant.
    package func token(for grant: ActionGrant) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Self.message(grant), using: keys[0])
        let time = String(grant.begun.unixMilliseconds)
        return [Self.version, Base64URL.encode(Array(grant.board.utf8)), time, Base64URL.encode(Array(code))]
            .joined(separator: ".")
    }

    /// What the token vouches for; nil where it is not one of ours for just this user, type and id.
    package func open(_ token: String, user: String, type: String, id: ActionID) -> ActionGrant? {
        guard token.utf8.count <= Self.longestToken else { return nil }
        let parts = token.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4, Array(parts[0]) == Array(Self.version.utf8),
            let name = Base64URL.decode(parts[1]), let board = String(validating: name, as: UTF8.self),
            let milliseconds = Int64(String(decoding: parts[2], as: UTF8.self)), milliseconds >= 0,
            String(milliseconds).utf8.elementsEqual(parts[2]),
            let code = Base64URL.decode(parts[3])
        else { return nil }
        let grant = ActionGrant(
            user: user, board: board, type: type, id: id, begun: Instant(unixMilliseconds: milliseconds))
        let message = Self.message(grant)
        let isOurs = keys.contains { HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: message, using: $0) }
        return isOurs ? grant : nil
    }

    /// Each part with its length before it, so that no two grants have the same message.
    private static func message(_ grant: ActionGrant) -> [UInt8] {
        var message = Array("borderline action \(version)\n".utf8)
        for part in [grant.user, grant.board, grant.type].map({ Array($0.utf8) }) + [grant.id.bytes] {
            message += withUnsafeBytes(of: UInt32(part.count).bigEndian) { Array($0) } + part
        }
        return message + withUnsafeBytes(of: grant.begun.unixMilliseconds.bigEndian) { Array($0) }
    }
}
