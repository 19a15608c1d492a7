/// Why a WebSocket is closed, as its other end is told (RFC 6455, section 7.4; the registry of close codes at IANA).
struct SocketFailure: Error, Hashable {
    let code: UInt16
    /// For people; 123 bytes at the most.
    let reason: String

    static let goingAway = SocketFailure(code: 1001, reason: "the server ends: come back")
    static let `protocol` = SocketFailure(code: 1002, reason: "this is not as RFC 6455 has it")
    static let binary = SocketFailure(code: 1003, reason: "messages are text")
    static let notUTF8 = SocketFailure(code: 1007, reason: "the text is no UTF-8")
    static let unexpected = SocketFailure(code: 1008, reason: "send {\"token\": …} once, and nothing else")
    static let tooLarge = SocketFailure(code: 1009, reason: "a message has at most \(SocketMessages.longest) bytes")
    static let unavailable = SocketFailure(code: 1013, reason: "scores cannot be reached now: come back")

    static func unauthorized(_ refusal: TokenRefusal) -> SocketFailure {
        SocketFailure(code: 3000, reason: refusal.rawValue)
    }
}
