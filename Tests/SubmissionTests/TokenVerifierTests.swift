import Crypto
import CryptoExtras
import Foundation
import JWTKit
import Rankings
import Scoring
import Testing

@testable import Submission

struct TokenVerifierTests {
    private static let secret = String(repeating: "s", count: 32)
    private static let now = Instant(unixSeconds: 1_763_700_000)
    private static let ecdsa = P256.Signing.PrivateKey()
    private static let edwards = Curve25519.Signing.PrivateKey()

    private static func verifier() async throws -> TokenVerifier {
        TokenVerifier(
            keys: [
                try await TokenKey(id: "h", algorithm: .hs256, material: secret),
                try await TokenKey(id: "e", algorithm: .es256, material: ecdsa.publicKey.pemRepresentation),
                try await TokenKey(id: "d", algorithm: .eddsa, material: edwards.publicKey.pemRepresentation),
            ], issuer: "https://i", audience: "a")
    }

    /// What a right token says, but for the given fields.
    private static func claims(_ changes: [String: Any?] = [:]) -> [String: Any] {
        var claims: [String: Any] = ["iss": "https://i", "aud": "a", "exp": 1_763_700_100, "sub": "ann"]
        for (name, value) in changes { claims[name] = value }
        return claims
    }

    private static func part(_ object: Any) throws -> String {
        Base64URL.encode(try JSONSerialization.data(withJSONObject: object))
    }

    /// A token signed with the key whatever its head says.
    private static func token(
        _ header: [String: Any], _ claims: [String: Any] = claims(), signedBy sign: (Data) throws -> Data = hmac
    ) throws -> String {
        let message = "\(try part(header)).\(try part(claims))"
        return "\(message).\(Base64URL.encode(try sign(Data(message.utf8))))"
    }

    private static func hmac(_ message: Data) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: Data(secret.utf8))))
    }

    private static func refusal(of token: String) async throws -> TokenRefusal? {
        do {
            _ = try await verifier().user(of: token, now: now)
            return nil
        } catch let refusal as TokenRefusal {
            return refusal
        }
    }

    @Test func eachAlgorithmIsKnown() async throws {
        let tokens = [
            try Self.token(["alg": "HS256", "kid": "h"]),
            try Self.token(["alg": "ES256", "kid": "e"]) { try Self.ecdsa.signature(for: $0).rawRepresentation },
            try Self.token(["alg": "EdDSA", "kid": "d"]) { try Self.edwards.signature(for: $0) },
        ]
        for token in tokens {
            #expect(try await Self.verifier().user(of: token, now: Self.now).subject == "ann")
        }
    }

    @Test(arguments: [
        (["alg": "HS256", "kid": "x"], TokenRefusal.unknownKey), (["alg": "HS256"], .malformed),
        (["kid": "h"], .malformed), (["alg": "HS512", "kid": "h"], .wrongAlgorithm),
        (["alg": "none", "kid": "h"], .wrongAlgorithm), (["alg": "hs256", "kid": "h"], .wrongAlgorithm),
        (["alg": "ES256", "kid": "h"], .wrongAlgorithm),
        // The public key, which everybody has, as the secret of an HMAC.
        (["alg": "HS256", "kid": "e"], .wrongAlgorithm), (["alg": "HS256", "kid": "d"], .wrongAlgorithm),
    ])
    func aHeadThatDoesNotFitItsKeyIsRefused(header: [String: String], refusal: TokenRefusal) async throws {
        #expect(try await Self.refusal(of: try Self.token(header)) == refusal)
    }

    @Test func keyConfusionIsRefused() async throws {
        let pem = Data(Self.ecdsa.publicKey.pemRepresentation.utf8)
        let token = try Self.token(["alg": "HS256", "kid": "e"]) { message in
            Data(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: pem)))
        }
        #expect(try await Self.refusal(of: token) == .wrongAlgorithm)
    }

    @Test func extensionsThatMustBeUnderstoodAreRefused() async throws {
        let token = try Self.token(["alg": "HS256", "kid": "h", "crit": ["b64"], "b64": false])
        #expect(try await Self.refusal(of: token) == .malformed)
    }

    @Test(
        arguments: [
            (["exp": 1_763_699_971], TokenRefusal?.none), (["exp": 1_763_699_970], .expired),
            (["exp": nil], .malformed),
            (["exp": "1763700100"], .malformed), (["exp": 1e300], nil), (["exp": 1_763_699_970.5], nil),
            (["nbf": 1_763_700_030], nil), (["nbf": 1_763_700_031], .notYetValid), (["nbf": true], .malformed),
            (["iss": "https://j"], .wrongIssuer), (["iss": nil], .wrongIssuer), (["iss": "https://i/"], .wrongIssuer),
            (["aud": "b"], .wrongAudience), (["aud": ["b", "a"]], nil), (["aud": [String]()], .wrongAudience),
            (["aud": nil], .wrongAudience), (["aud": 1], .malformed),
            (["sub": nil], .wrongSubject), (["sub": ""], .wrongSubject),
            (["sub": String(repeating: "s", count: 128)], nil),
            (["sub": String(repeating: "s", count: 129)], .wrongSubject), (["sub": 7], .malformed),
        ] as [([String: (any Sendable)?], TokenRefusal?)])
    func claimsAreJudgedByTheClock(changes: [String: (any Sendable)?], refusal: TokenRefusal?) async throws {
        let token = try Self.token(["alg": "HS256", "kid": "h"], Self.claims(changes.mapValues { $0 as Any? }))
        #expect(try await Self.refusal(of: token) == refusal)
    }

    @Test(
        arguments: [
            (["eu", "club"], ["eu", "club"]), ([String](), []), ("eu", []), (7, []), (nil, []),
            ((0..<70).map { "g\($0)" }, (0..<64).map { "g\($0)" }),
        ] as [((any Sendable)?, [String])])
    func groupsAreAListOfNames(claim: (any Sendable)?, groups: [String]) async throws {
        let token = try Self.token(["alg": "HS256", "kid": "h"], Self.claims(["groups": claim as Any?]))
        #expect(try await Self.verifier().user(of: token, now: Self.now).groups == Set(groups))
    }

    @Test func everyChangedCharacterIsNoticed() async throws {
        let verifier = try await Self.verifier()
        let token = Array(try Self.token(["alg": "HS256", "kid": "h"]).utf8)
        for position in token.indices {
            var changed = token
            changed[position] = token[position] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            let text = String(decoding: changed, as: UTF8.self)
            #expect(throws: TokenRefusal.self, "\(text)") { try verifier.user(of: text, now: Self.now) }
        }
    }

    @Test(arguments: [
        "", ".", "..", "...", "a.b.c", "eyJ9.e30.", "e30.e30.e30", "e30=.e30.AA", "[].{}.AA",
        String(repeating: "A", count: 5_000),
    ])
    func whatIsNoTokenIsRefused(text: String) async throws {
        #expect(try await Self.refusal(of: text) == .malformed)
    }

    @Test func aSignatureOfAnotherLengthIsWrong() async throws {
        for length in [1, 31, 33, 63, 64, 65, 200] {
            for (alg, kid) in [("HS256", "h"), ("ES256", "e"), ("EdDSA", "d")] {
                let token = try Self.token(["alg": alg, "kid": kid]) { _ in Data(repeating: 7, count: length) }
                #expect(try await Self.refusal(of: token) == .wrongSignature, "\(alg), \(length)")
            }
        }
    }

    @Test func shortSecretsAndOtherKeysAreRefusedAtTheStart() async {
        await #expect(throws: TokenKeyError.tooShort(id: "k")) {
            try await TokenKey(id: "k", algorithm: .hs256, material: String(repeating: "s", count: 31))
        }
        await #expect(throws: TokenKeyError.unreadable(id: "k", algorithm: .eddsa)) {
            try await TokenKey(id: "k", algorithm: .eddsa, material: Self.ecdsa.publicKey.pemRepresentation)
        }
        await #expect(throws: TokenKeyError.unreadable(id: "k", algorithm: .es256)) {
            try await TokenKey(id: "k", algorithm: .es256, material: Self.secret)
        }
    }

    @Test func tokensOfOnesOwnAreKnown() async throws {
        let claims = TokenClaims(iss: "https://i", aud: ["a"], exp: 1_763_700_100, sub: "ann", name: "Ann")
        let key = try await TokenKey(id: "e", algorithm: .es256, material: Self.ecdsa.pemRepresentation)
        let user = try await Self.verifier().user(of: try await key.token(for: claims), now: Self.now)
        #expect(user == ScoreUser(subject: "ann", name: "Ann", avatar: nil))
        let reader = try await TokenKey(id: "e", algorithm: .es256, material: Self.ecdsa.publicKey.pemRepresentation)
        await #expect(throws: TokenKeyError.cannotSign(id: "e")) { try await reader.token(for: claims) }
    }

    @Test(
        arguments: [
            (nil, "Player"), ("", "Player"), ("Ann", "Ann"), ("A\u{0}\n\u{7F}B", "AB"), ("\n", "Player"),
            (String(repeating: "é", count: 65), String(repeating: "é", count: 64)), ("🦊", "🦊"),
        ] as [(String?, String)])
    func namesAreCutAndCleaned(name: String?, shown: String) async throws {
        let token = try Self.token(["alg": "HS256", "kid": "h"], Self.claims(["name": name]))
        #expect(try await Self.verifier().user(of: token, now: Self.now).name == shown)
    }

    @Test(arguments: [
        ("https://p.example/a.png", true), ("http://p.example/a.png", false), ("javascript:alert(1)", false),
        ("https://p.example/\"><script>", false), ("https://p.example/é", false),
        ("https://" + String(repeating: "a", count: 248), false),
    ])
    func picturesComeOverTLS(address: String, isShown: Bool) async throws {
        let token = try Self.token(["alg": "HS256", "kid": "h"], Self.claims(["picture": address]))
        #expect(try await Self.verifier().user(of: token, now: Self.now).avatar == (isShown ? address : nil))
    }
}
