import NIOCore
import NIOWebSocket
import Testing

@testable import Submission

/// WebSocket without a network: the whole is driven by Tests/Scores.
struct SocketTests {
    private static func frame(
        _ opcode: WebSocketOpcode, _ bytes: [UInt8], fin: Bool = true, isMasked: Bool = true, rsv1: Bool = false
    ) -> WebSocketFrame {
        let key: WebSocketMaskingKey? = isMasked ? [1, 2, 3, 4] : nil
        var data = ByteBuffer(bytes: bytes)
        if let key { data.webSocketMask(key) }
        return WebSocketFrame(fin: fin, rsv1: rsv1, opcode: opcode, maskKey: key, data: data)
    }

    private static func outcome(_ frames: [WebSocketFrame]) -> Result<[SocketEvent], SocketFailure> {
        var messages = SocketMessages()
        do throws(SocketFailure) {
            var events: [SocketEvent] = []
            for frame in frames { if let event = try messages.take(frame) { events.append(event) } }
            return .success(events)
        } catch {
            return .failure(error)
        }
    }

    @Test func fragmentsAreOneTextAndControlsComeBetween() {
        let bytes = Array("né".utf8)
        let frames = [
            Self.frame(.text, Array(bytes[..<2]), fin: false), Self.frame(.ping, [7]), Self.frame(.pong, []),
            Self.frame(.continuation, [], fin: false), Self.frame(.continuation, Array(bytes[2...])),
            Self.frame(.text, []),
        ]
        #expect(
            Self.outcome(frames)
                == .success([.ping(ByteBuffer(bytes: [7])), .pong, .text("né"), .text("")]))
    }

    @Test(
        arguments: [
            ([frame(.text, [], isMasked: false)], .protocol), ([frame(.text, [], rsv1: true)], .protocol),
            ([frame(.continuation, [])], .protocol), ([frame(.binary, [])], .binary),
            ([frame(.text, [], fin: false), frame(.text, [])], .protocol),
            ([frame(.text, [], fin: false), frame(.binary, [])], .protocol),
            ([frame(.ping, [], fin: false)], .protocol),
            ([frame(.ping, Array(repeating: 0, count: 126))], .protocol),
            ([frame(.text, [0xFF])], .notUTF8), ([frame(.text, [0xED, 0xA0, 0x80])], .notUTF8),
            ([frame(.text, [0xC3], fin: false), frame(.continuation, [0x28])], .notUTF8),
            ([frame(.text, Array(repeating: 0x20, count: 8_193))], .tooLarge),
            (
                [frame(.text, Array(repeating: 0x20, count: 8_192), fin: false), frame(.continuation, [0x20])],
                .tooLarge
            ), ([frame(.connectionClose, [3])], .protocol), ([frame(.connectionClose, [3, 0xEC])], .protocol),
            ([frame(.connectionClose, [3, 0xED])], .protocol), ([frame(.connectionClose, [0, 0])], .protocol),
            ([frame(.connectionClose, [3, 0xE8, 0xFF])], .notUTF8),
        ] as [([WebSocketFrame], SocketFailure)])
    func whatBreaksTheRulesIsRefused(frames: [WebSocketFrame], failure: SocketFailure) {
        #expect(Self.outcome(frames) == .failure(failure))
    }

    @Test func aMessageMayBeAsLongAsTheLimit() {
        let text = String(repeating: " ", count: SocketMessages.longest)
        #expect(Self.outcome([Self.frame(.text, Array(text.utf8))]) == .success([.text(text)]))
    }

    @Test(
        arguments: [([], nil), ([3, 0xE8], 1000), ([0x0B, 0xB8], 3000), ([3, 0xE8, 0x61], 1000)]
            as [([UInt8], UInt16?)])
    func closesSayTheirCode(bytes: [UInt8], code: UInt16?) {
        #expect(Self.outcome([Self.frame(.connectionClose, bytes)]) == .success([.close(code: code)]))
    }

    /// The example of RFC 6455, section 1.3.
    @Test func theHandshakeIsProven() {
        #expect(SocketHandshake(key: "dGhlIHNhbXBsZSBub25jZQ==").accept == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
    }

    /// A frame of control has 125 bytes at the most, two of them the code.
    @Test(arguments: TokenRefusal.allCases) func reasonsFitIntoAFrame(refusal: TokenRefusal) {
        let failures = [
            SocketFailure.unauthorized(refusal), .goingAway, .protocol, .binary, .notUTF8, .unexpected, .tooLarge,
            .unavailable,
        ]
        for failure in failures { #expect(failure.reason.utf8.count <= 123, "\(failure.reason)") }
    }
}
