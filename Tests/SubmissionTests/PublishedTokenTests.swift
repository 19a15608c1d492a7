import Crypto
import CryptoExtras
import Foundation
import Rankings
import Testing

@testable import Submission

/// The examples of the standards that say what a token is.
@Suite struct PublishedTokenTests {
    private static let claims =
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"

    private static func bytes(_ text: String) throws -> [UInt8] { try #require(Base64URL.decode(text.utf8)) }

    /// RFC 7515, A.1, which is also section 3.1 of RFC 7519.
    private static func hmac() async throws -> TokenKey {
        let secret = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"
        return try await TokenKey(id: "h", algorithm: .hs256, bytes: try bytes(secret))
    }

    /// RFC 7515, A.3.
    private static func ecdsa() async throws -> TokenKey {
        let x = try bytes("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU")
        let y = try bytes("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")
        let key = try P256.Signing.PublicKey(x963Representation: [4] + x + y)
        return try await TokenKey(id: "e", algorithm: .es256, material: key.pemRepresentation)
    }

    /// RFC 8037, A.2.
    private static func edwards() async throws -> TokenKey {
        let x = try bytes("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
        let key = try Curve25519.Signing.PublicKey(rawRepresentation: x)
        return try await TokenKey(id: "d", algorithm: .eddsa, material: key.pemRepresentation)
    }

    @Test func theirSignaturesAreRight() async throws {
        for (key, head, payload, signature) in [
            (
                try await Self.hmac(), "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9", Self.claims,
                "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
            ),
            (
                try await Self.ecdsa(), "eyJhbGciOiJFUzI1NiJ9", Self.claims,
                "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"
            ),
            (
                try await Self.edwards(), "eyJhbGciOiJFZERTQSJ9", "RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc",
                "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
            ),
        ] {
            let message = Array("\(head).\(payload)".utf8)
            var bytes = try Self.bytes(signature)
            #expect(key.verifies(bytes, of: message), "\(key.id)")
            #expect(!key.verifies(bytes, of: message + [0]))
            bytes[0] ^= 1
            #expect(!key.verifies(bytes, of: message))
            // None of them names a key, and a token that names none is nobody's.
            let verifier = TokenVerifier(keys: [key], issuer: "joe", audience: "a")
            #expect(throws: TokenRefusal.malformed) { try verifier.payload(of: "\(head).\(payload).\(signature)") }
        }
    }

    /// RFC 7515, A.5, and section 6.1 of RFC 7519: tokens that nobody signed.
    @Test func unsecuredOnesAreRefused() async throws {
        let verifier = TokenVerifier(keys: [try await Self.hmac()], issuer: "joe", audience: "a")
        for signature in ["", "AA"] {
            let token = "eyJhbGciOiJub25lIn0.\(Self.claims).\(signature)"
            #expect(throws: TokenRefusal.malformed) { try verifier.payload(of: token) }
        }
    }

    /// RFC 7515, appendix C.
    @Test func base64ForAddresses() throws {
        let bytes: [UInt8] = [3, 236, 255, 224, 193]
        #expect(Base64URL.encode(bytes) == "A-z_4ME" && Base64URL.decode("A-z_4ME".utf8) == bytes)
    }
}
