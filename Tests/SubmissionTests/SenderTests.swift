import HTTPTypes
import Rankings
import Testing

@testable import Submission

struct SenderTests {
    @Test(arguments: [
        (0, ["9.9.9.9"], "1.1.1.1"), (1, ["9.9.9.9"], "9.9.9.9"), (1, ["8.8.8.8, 9.9.9.9"], "9.9.9.9"),
        (2, ["8.8.8.8, 9.9.9.9"], "8.8.8.8"), (2, ["7.7.7.7, 8.8.8.8", "9.9.9.9"], "8.8.8.8"),
        (2, ["9.9.9.9"], "1.1.1.1"), (1, [], "1.1.1.1"), (1, ["  9.9.9.9 "], "9.9.9.9"),
    ])
    func onlyOurOwnProxiesAreBelieved(proxies: Int, forwarded: [String], address: String) {
        var fields = HTTPFields()
        for value in forwarded { fields.append(HTTPField(name: HTTPField.Name("X-Forwarded-For")!, value: value)) }
        #expect(ClientAddress(proxies: proxies).text(peer: "1.1.1.1", fields: fields) == address)
    }

    @Test func aNetworkOfIPv6CountsAsOneAddress() {
        let digest = SenderDigest(secret: Array(0..<32))
        #expect(digest.address("2001:db8::1") == digest.address("2001:DB8:0:0:ffff::2"))
        #expect(digest.address("2001:db8::1") != digest.address("2001:db8:0:1::1"))
        #expect(digest.address("192.0.2.1") == digest.address("::ffff:192.0.2.1"))
        #expect(digest.address("192.0.2.1") != digest.address("192.0.2.2"))
        #expect(digest.address("192.0.2.1") != digest.user("192.0.2.1"))
        #expect(digest.address("nonsense").count == 16)
    }

    @Test(arguments: [[], [0], [0xFF], [1, 2], [1, 2, 3], Array(0...255)] as [[UInt8]])
    func base64RoundTrips(bytes: [UInt8]) {
        #expect(Base64URL.decode(Base64URL.encode(bytes).utf8) == bytes)
    }

    /// Padding, other characters, a length no bytes have, bits that mean nothing.
    @Test(arguments: ["AA==", "A", "AAAAA", "A+AA", "A/AA", "AB", "AAB", " AA", "é"])
    func otherBase64IsRefused(text: String) { #expect(Base64URL.decode(text.utf8) == nil) }
}
