import Crypto
import CryptoExtras
import Foundation
import Rankings
import Testing

@testable import Crawler

private let key = Array("0123456789abcdef".utf8)
private let vector = Array("fedcba9876543210".utf8)

private func sealed(_ plain: [UInt8]) throws -> [UInt8] {
    Array(
        try AES._CBC.encrypt(plain, using: SymmetricKey(data: key), iv: try AES._CBC.IV(ivBytes: vector)))
}

private func text(_ value: String) -> [UInt8] { [0xA0 + UInt8(value.utf8.count)] + Array(value.utf8) }

/// `{"isEventAggregate":false,"rankings":[{"userId":…,"score":…,"rank":1,"name":…}]}`
private func top(id: [UInt8], score: [UInt8], name: [UInt8]) -> [UInt8] {
    [0x82] + text("isEventAggregate") + [0xC2] + text("rankings") + [0x91, 0x84] + text("userId") + id + text("score")
        + score + text("rank") + [0x01] + text("name") + name
}

@Suite struct SealedBodyTests {
    private let event = UpstreamFixture.event("214")
    private let upstream: GameServerUpstream

    init() throws {
        let cipher = try #require(BodyCipher(key: key, vector: vector))
        upstream = GameServerUpstream(game: UpstreamFixture.game, user: "1", format: .sealed(cipher))
    }

    private func entries(_ body: [UInt8]) throws -> [Entry]? {
        let request = upstream.rankingRequests(for: event, at: UpstreamFixture.slot)[0]
        return try upstream.boards(in: body, answering: request, event: event)[
            BoardID(event: event.id, name: "main")]?.entries
    }

    /// NIST SP 800-38A, F.2.1: the first block of CBC-AES128, with a block of padding behind it.
    @Test func opensThePublishedVector() throws {
        func bytes(_ hex: String) -> [UInt8] {
            stride(from: 0, to: hex.count, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
        }
        let nist = bytes("2b7e151628aed2a6abf7158809cf4f3c")
        let cipher = try #require(BodyCipher(key: nist, vector: Array(0..<16)))
        let plain = bytes("6bc1bee22e409f96e93d7e117393172a")
        let whole = Array(
            try AES._CBC.encrypt(plain, using: SymmetricKey(data: nist), iv: try AES._CBC.IV(ivBytes: Array(0..<16))))
        #expect(Array(whole.prefix(16)) == bytes("7649abac8119b246cee98e9b12e9197d"))
        #expect(try cipher.opened(whole) == plain)
    }

    @Test func wholeRangeComesThrough() throws {
        let id: [UInt8] = [0xCF] + Array(repeating: 0xFF, count: 8)
        let score: [UInt8] = [0xCF, 0x7F] + Array(repeating: 0xFF, count: 7)
        let found = try entries(try sealed(top(id: id, score: score, name: text("長😀"))))
        #expect(
            found == [Entry(rank: 1, player: PlayerID("18446744073709551615"), name: "長😀", score: Int64.max)])
    }

    @Test func halfASurrogateBecomesTheReplacement() throws {
        let name: [UInt8] = [0xA4, 0x78, 0xED, 0xA0, 0xBD]
        #expect(
            try entries(try sealed(top(id: [0x07], score: [0x05], name: name)))?.first?.name
                == "x\u{FFFD}\u{FFFD}\u{FFFD}")
    }

    @Test func scoreBeyondTheRangeIsRefused() throws {
        let body = try sealed(
            top(id: [0x07], score: [0xCF, 0x80] + Array(repeating: 0, count: 7), name: text("a")))
        #expect(problem { try entries(body) } == "not understood: .rankings[0].score is corrupt")
    }

    @Test func whatIsNotSealedWithTheKeySaysSo() throws {
        #expect(
            problem { try entries(Array(#"{"httpStatus":503}"#.utf8)) } == "not understood: not encrypted with this key"
        )
        #expect(problem { try entries([]) }.hasPrefix("not understood: "))
        #expect(problem { try entries(try sealed([0xC1])) } == "not understood: no MessagePack")
        #expect(problem { try entries(try sealed([0x81])) } == "not understood: MessagePack that is cut off")
        #expect(problem { try entries(try sealed([0x80])) } == "not understood: the document lacks isEventAggregate")
    }

    @Test func aDocumentIsSealedAsTheServerReadsIt() throws {
        let format = BodyFormat.sealed(try #require(BodyCipher(key: key, vector: vector)))
        let document = #"{"credential":"長","deviceId":null,"n":[18446744073709551615,-1.5]}"#
        let body = try format.encode(json: Array(document.utf8))
        #expect(
            try body
                == sealed(
                    [0x83] + text("credential") + text("長") + text("deviceId") + [0xC0] + text("n") + [0x92, 0xCF]
                        + Array(repeating: 0xFF, count: 8) + [0xCB, 0xBF, 0xF8, 0, 0, 0, 0, 0, 0]))
        #expect(problem { try format.encode(json: Array("credential".utf8)) } == "not understood: not JSON")
        #expect(try BodyFormat.json.encode(json: Array("credential".utf8)) == Array("credential".utf8))
        #expect(format.contentType == "application/octet-stream" && BodyFormat.json.contentType == "application/json")
    }

    @Test func aLoginIsSealedAndItsAnswerOpened() throws {
        let format = BodyFormat.sealed(try #require(BodyCipher(key: key, vector: vector)))
        let rules = try SessionRules(
            account: "sim/main", login: OutgoingRequest(path: "/auth", method: "PUT", headers: ["A": "b"]),
            credential: Array(#"{"credential":"canary-credential"}"#.utf8), format: format)
        #expect(rules.login.headers == ["A": "b", "Content-Type": "application/octet-stream"])
        #expect(
            try rules.login.body == sealed([0x81] + text("credential") + text("canary-credential")))
        #expect(rules.login.isSecret && rules.secrets.contains("canary-credential"))
        let answer = try sealed([0x82] + text("sessionToken") + text("t") + text("dataVersion") + text("9"))
        let session = try rules.session(after: answer, token: nil, from: Session())
        #expect(session == Session(token: "t", versions: ["X-Data-Version": "9"]))
        // Versions come from a server that encrypts nothing.
        let learned = try rules.session(withVersionsOf: Array(#"{"appVersion":"2"}"#.utf8), from: session)
        #expect(learned == Session(versions: ["X-Data-Version": "9", "X-App-Version": "2"]))
        let refusal = try sealed([0x81] + text("httpStatus") + [0xCD, 0x01, 0x93])
        #expect(SessionRules.trouble(in: refusal, format: format) == 403)
        #expect(SessionRules.trouble(in: Array(#"{"httpStatus":503}"#.utf8), format: format) == 503)
        #expect(SessionRules.trouble(in: answer, format: format) == nil)
    }

    @Test(arguments: [0, 15, 17, 32]) func keyAndVectorHaveSixteenBytes(count: Int) {
        let wrong = [UInt8](repeating: 1, count: count)
        #expect(BodyCipher(key: wrong, vector: vector).map { "\($0)" } == nil)
        #expect(BodyCipher(key: key, vector: wrong).map { "\($0)" } == nil)
    }

    @Test func printsNothingOfTheKey() throws {
        let cipher = try #require(BodyCipher(key: key, vector: vector))
        var dumped = ""
        dump(upstream, to: &dumped)
        #expect("\(cipher)" == "(secret)" && !dumped.contains("48") && !dumped.contains("0123456789"))
    }
}
