import Crypto
import Foundation
import HTTPTypes
import Rankings
import Scoring
import Testing

@testable import Submission

/// What a signature covers, by the examples of RFC 9421 and what goes wrong.
@Suite struct RequestSignatureTests {
    private static let now = Instant(unixSeconds: 1_763_700_000)

    /// Section B.2.5, with the request of section B.2.
    @Test func theExampleOfTheStandard() throws {
        let request = HTTPRequest(
            method: .post, scheme: "https", authority: "example.com", path: "/foo?param=Value&Pet=dog",
            headerFields: [.date: "Tue, 20 Apr 2021 02:07:55 GMT", .contentType: "application/json"])
        let base = try RequestSignature.base(
            of: ["date", "@authority", "content-type"],
            parameters: #"("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret""#, request)
        #expect(
            String(decoding: base, as: UTF8.self) == """
                "date": Tue, 20 Apr 2021 02:07:55 GMT
                "@authority": example.com
                "content-type": application/json
                "@signature-params": ("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret"
                """)
        let key = try #require(
            Data(
                base64Encoded:
                    "uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ=="))
        let code = HMAC<SHA256>.authenticationCode(for: base, using: SymmetricKey(data: key))
        #expect(Data(code).base64EncodedString() == "pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=")
    }

    /// Of section 2: each as it is written there.
    @Test func derivedComponents() throws {
        func line(_ name: String, _ target: String) throws -> String {
            let request = HTTPRequest(method: .put, scheme: "https", authority: "Scores.Example:8443", path: target)
            let base = try RequestSignature.base(of: [name], parameters: "()", request)
            return String(String(decoding: base, as: UTF8.self).prefix { $0 != "\n" })
        }
        #expect(try line("@method", "/") == #""@method": PUT"#)
        #expect(try line("@path", "/a/b%20c?d=e") == #""@path": /a/b%20c"#)
        #expect(try line("@path", "?d=e") == #""@path": /"#)
        #expect(try line("@query", "/a?d=e&f=%20?g") == #""@query": ?d=e&f=%20?g"#)
        #expect(try line("@query", "/a") == #""@query": ?"#)
        #expect(try line("@query", "/a?") == #""@query": ?"#)
        #expect(try line("@authority", "/a") == #""@authority": scores.example:8443"#)
        for name in ["@target-uri", "@status", "absent", "Host", "", "@query-param"] {
            #expect(throws: SignatureRefusal.unknownComponent, "\(name)") { try line(name, "/") }
        }
    }

    private func verify(_ request: HTTPRequest, at instant: Instant = now) throws -> Requester {
        try ServerVerifier(keys: [ServerKey(id: "club", secret: ServerDraft.secret)]).verify(request, now: instant).0
    }

    @Test func aServerSpeaksForAPlayer() throws {
        let requester = try verify(try ServerDraft().signed())
        #expect(requester.sender == .server(id: "club"))
        #expect(requester.user.subject == "ann" && requester.user.name == "Ann" && requester.user.avatar == nil)
        try requester.digest?.check(ServerDraft().body)
        #expect(throws: SignatureRefusal.otherBody) { try requester.digest?.check([]) }
    }

    @Test func aReadHasNoBodyToCover() throws {
        var draft = ServerDraft()
        draft.request.method = .get
        draft.request.path = "/api/v1/users/ann/history?limit=3"
        draft.components = ["@method", "@path", "score-user"]
        #expect(throws: SignatureRefusal.uncovered) { try verify(try draft.signed()) }
        draft.components.append("@query")
        #expect(try verify(try draft.signed()).digest == nil)
    }

    @Test(arguments: ["@method", "@path", "score-user", "content-digest", "content-type"])
    func allThatMattersIsCovered(component: String) throws {
        var draft = ServerDraft()
        draft.components.removeAll { $0 == component }
        #expect(throws: SignatureRefusal.uncovered) { try verify(try draft.signed()) }
    }

    @Test func nothingCoveredMayChange() throws {
        for change: @Sendable (inout HTTPRequest) -> Void in [
            { $0.method = .put }, { $0.path = "/api/v1/score/update" },
            { $0.headerFields[.contentType] = "text/plain" },
            { $0[ServerVerifier.userField] = ":\(Data(#"{"id": "bob"}"#.utf8).base64EncodedString()):" },
            { $0[ContentDigest.field] = "sha-256=:\(Data(SHA256.hash(data: [1])).base64EncodedString()):" },
            { $0["signature-input"] = $0["signature-input"]?.replacingOccurrences(of: "cdef", with: "cdee") },
            { $0["signature-input"] = $0["signature-input"]?.replacingOccurrences(of: "00000;", with: "00001;") },
        ] {
            var request = try ServerDraft().signed()
            change(&request)
            #expect(throws: SignatureRefusal.wrongSignature) { try verify(request) }
        }
        var other = ServerDraft()
        other.secret[0] ^= 1
        #expect(throws: SignatureRefusal.wrongSignature) { try verify(try other.signed()) }
    }

    @Test(arguments: [
        (#";created=1763700000;keyid="club""#, SignatureRefusal.parameters),
        (#";created=1763700000;keyid="club";nonce="short""#, .parameters),
        (#";created="1763700000";keyid="club";nonce="0123456789abcdef""#, .parameters),
        (#";created=-1;keyid="club";nonce="0123456789abcdef""#, .parameters),
        (#";created=999999999999999;keyid="club";nonce="0123456789abcdef""#, .parameters),
        (#";keyid="club";nonce="0123456789abcdef""#, .parameters),
        (#";created=1763700000;nonce="0123456789abcdef""#, .parameters),
        (#";created=1763700000;keyid="club";nonce="0123456789abcdef";alg=hmac-sha256"#, .parameters),
        (#";created=1763700000;keyid="club";nonce="0123456789abcdef";expires="soon""#, .parameters),
        (#";created=1763700000;keyid="none";nonce="0123456789abcdef""#, .unknownKey),
        (#";created=1763700000;keyid="club";nonce="0123456789abcdef";alg="ed25519""#, .wrongAlgorithm),
        (#";created=1763699969;keyid="club";nonce="0123456789abcdef""#, .wrongTime),
        (#";created=1763700031;keyid="club";nonce="0123456789abcdef""#, .wrongTime),
        (#";created=1763700000;expires=1763700000;keyid="club";nonce="0123456789abcdef""#, .wrongTime),
    ])
    func parametersThatDoNotVouch(parameters: String, refusal: SignatureRefusal) throws {
        var draft = ServerDraft()
        draft.parameters = parameters
        #expect(throws: refusal) { try verify(try draft.signed()) }
    }

    @Test(arguments: [
        #";created=1763699970;keyid="club";nonce="0123456789abcdef""#,
        #";created=1763700030;keyid="club";nonce="0123456789abcdef""#,
        #";created=1763700000;expires=1763700001;keyid="club";nonce="0123456789abcdef";alg="hmac-sha256";tag="x""#,
    ])
    func parametersThatDo(parameters: String) throws {
        var draft = ServerDraft()
        draft.parameters = parameters
        #expect(try verify(try draft.signed()).user.subject == "ann")
    }

    @Test(arguments: [
        ("signature-input", ""), ("signature-input", "sig=1"), ("signature-input", "sig=(\"@method\""),
        ("signature-input", "a=(), b=()"), ("signature", "other=:AAAA:"), ("signature", "sig=AAAA"),
        ("signature", "sig=:AAAA:, b=:AAAA:"), ("signature", ""),
    ])
    func fieldsThatAreNoSignature(field: String, value: String) throws {
        var request = try ServerDraft().signed()
        request[field] = value
        #expect(throws: SignatureRefusal.malformed) { try verify(request) }
    }

    @Test func componentsComeOnceAndPlain() throws {
        for covered in [#"("@method" "@method")"#, #"("@method";req)"#, "(1)", "(token)"] {
            var request = try ServerDraft().signed()
            request["signature-input"] = #"sig=\#(covered);created=1763700000;keyid="club";nonce="0123456789abcdef""#
            #expect(throws: SignatureRefusal.unknownComponent, "\(covered)") { try verify(request) }
        }
    }

    @Test(arguments: [
        "", "{}", #"{"id": ""}"#, #"{"id": 5}"#, "[]", #"{"id": "\#(String(repeating: "x", count: 129))"}"#,
    ])
    func aPlayerHasAnID(user: String) throws {
        var draft = ServerDraft()
        draft.user = user
        #expect(throws: SignatureRefusal.malformedUser) { try verify(try draft.signed()) }
    }

    @Test func aTokenBesideIsRefused() throws {
        var request = try ServerDraft().signed()
        request.headerFields[.authorization] = "Bearer x"
        #expect(throws: SignatureRefusal.beside) { try verify(request) }
    }
}
