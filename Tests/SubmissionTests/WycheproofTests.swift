import Crypto
import Foundation
import Testing

@testable import Submission

private let wycheproof = ProcessInfo.processInfo.environment["WYCHEPROOF"]

/// The published cases of Wycheproof: `WYCHEPROOF` names a copy of its repository.
@Suite(.enabled(if: wycheproof != nil, "WYCHEPROOF names no copy of github.com/C2SP/wycheproof"))
struct WycheproofTests {
    private struct Cases<Group: Decodable>: Decodable {
        let testGroups: [Group]
    }

    private static func groups<Group: Decodable>(_ name: String) throws -> [Group] {
        let folder = URL(filePath: try #require(wycheproof)).appending(path: "testvectors_v1")
        let data = try Data(contentsOf: folder.appending(path: name))
        return try JSONDecoder().decode(Cases<Group>.self, from: data).testGroups
    }

    private struct Signatures: Decodable {
        struct Key: Decodable {
            let alg: String?
            let kid: String?
            let k: String?
            let x: String?
            let y: String?
        }

        struct Case: Decodable {
            let tcId: Int
            let comment: String
            let jws: Token
            let result: String
        }

        /// The compact form; another is none of ours, and is read as the empty text.
        struct Token: Decodable {
            let text: String

            init(from decoder: any Decoder) throws {
                text = (try? decoder.singleValueContainer().decode(String.self)) ?? ""  // another form
            }
        }

        let `private`: Key?
        let `public`: Key?
        let tests: [Case]

        /// Nil where the algorithm is none of ours, or the key is not for tokens.
        func key() async throws -> TokenKey? {
            guard let key = self.public ?? self.private, let id = key.kid else { return nil }
            switch key.alg {
            case "HS256":
                let secret = try #require(Base64URL.decode((key.k ?? "").utf8))
                return try await TokenKey(id: id, algorithm: .hs256, bytes: secret)
            case "ES256":
                let x = try #require(Base64URL.decode((key.x ?? "").utf8))
                let y = try #require(Base64URL.decode((key.y ?? "").utf8))
                let point = try P256.Signing.PublicKey(x963Representation: [4] + x + y)
                return try await TokenKey(id: id, algorithm: .es256, material: point.pemRepresentation)
            default: return nil
            }
        }
    }

    /// Cases with characters in the head or the payload that are no Base64, by whose message as it stands they are
    /// signed: a reader may leave them out, and ours refuses them.
    private static let strange: Set<String> = ["InvalidCharacterInsertedInHeader", "InvalidCharacterInsertedInPayload"]

    @Test func jsonWebSignatures() async throws {
        let groups: [Signatures] = try Self.groups("json_web_signature_test.json")
        var counts = (valid: 0, invalid: 0)
        for group in groups {
            guard let key = try await group.key() else { continue }
            let verifier = TokenVerifier(keys: [key], issuer: "i", audience: "a")
            // Two invalid ones are to the letter a valid one: what was wrong with them was lost when they were written.
            let valid = Set(group.tests.filter { $0.result == "valid" }.map(\.jws.text))
            for item in group.tests {
                let isValid = valid.contains(item.jws.text) && !Self.strange.contains(item.comment)
                let payload = try? verifier.payload(of: item.jws.text)  // nil is the answer that is looked at
                #expect((payload != nil) == isValid, "\(item.tcId), \(item.comment)")
                if isValid { counts.valid += 1 } else { counts.invalid += 1 }
            }
        }
        #expect(counts.valid >= 10 && counts.invalid >= 60)
    }

    private struct Codes: Decodable {
        struct Case: Decodable {
            let tcId: Int
            let key: String
            let msg: String
            let tag: String
            let result: String
        }

        /// Bits.
        let tagSize: Int
        let tests: [Case]
    }

    /// As actions and requests are sealed: a code that was cut is not right.
    @Test func hmac() throws {
        let groups: [Codes] = try Self.groups("hmac_sha256_test.json")
        var counts = (valid: 0, invalid: 0)
        for group in groups {
            for item in group.tests {
                let (key, message) = (try bytes(item.key), try bytes(item.msg))
                let isRight = HMAC<SHA256>.isValidAuthenticationCode(
                    try bytes(item.tag), authenticating: message, using: SymmetricKey(data: key))
                let isValid = item.result == "valid" && group.tagSize == 256
                #expect(isRight == isValid, "\(item.tcId)")
                if isValid { counts.valid += 1 } else { counts.invalid += 1 }
            }
        }
        #expect(counts.valid >= 30 && counts.invalid >= 100)
    }

    private func bytes(_ digits: String) throws -> [UInt8] {
        var rest = Substring(digits)
        var bytes: [UInt8] = []
        while !rest.isEmpty {
            bytes.append(try #require(UInt8(rest.prefix(2), radix: 16)))
            rest = rest.dropFirst(2)
        }
        return bytes
    }
}
