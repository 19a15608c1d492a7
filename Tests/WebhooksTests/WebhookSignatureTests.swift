import Foundation
import Rankings
import Testing

@testable import Webhooks

struct WebhookSignatureTests {
    /// By `printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef`.
    @Test func theSignatureIsThatOfOpenSSL() {
        let hook = Webhook(
            name: "h", url: "https://a.example", format: .json, secret: Array("0123456789abcdef0123456789abcdef".utf8))
        let signature = hook.signature(of: Array(#"{"a":1}"#.utf8), at: Instant(unixSeconds: 1_700_000_000))
        #expect(signature == "t=1700000000,v1=f05f2539e3ae1c49aec5f8cfdad75ef6b06480b133973ffbb7ec9e18827af177")
        let unsigned = Webhook(name: "d", url: "https://a.example", format: .discord, secret: nil)
        #expect(unsigned.signature(of: [], at: Instant(unixSeconds: 1)) == nil)
    }
}
