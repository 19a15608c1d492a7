import Foundation

/// The head of a token, read before anything is verified.
struct TokenHeader: Decodable {
    let alg: String
    let kid: String
    /// Extensions that whoever reads the token must know (RFC 7515, section 4.1.11); we know none.
    let hasExtensions: Bool

    private enum Key: String, CodingKey {
        case alg
        case kid
        case crit
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        alg = try container.decode(String.self, forKey: .alg)
        kid = try container.decode(String.self, forKey: .kid)
        hasExtensions = container.contains(.crit)
    }

    /// Nil where it is no JSON object with both fields.
    init?(_ bytes: [UInt8]) {
        guard let header = try? JSONDecoder().decode(TokenHeader.self, from: Data(bytes))  // nil is the answer then
        else { return nil }
        self = header
    }
}
