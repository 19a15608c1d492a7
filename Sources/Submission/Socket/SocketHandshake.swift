import Crypto
import Foundation
import HTTPTypes
import Hummingbird

/// A request that wants to become a WebSocket (RFC 6455, section 4.2).
struct SocketHandshake: Hashable, Sendable {
    private static let guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
    static let version = "13"

    /// What the client sent, 16 bytes as Base64.
    let key: String

    /// Whether a request wants another protocol, whichever.
    static func isUpgrade(_ request: Request) -> Bool {
        request.headers[.upgrade] != nil && tokens(request.headers[values: .connection]).contains("upgrade")
    }

    /// Nil where the request wants no WebSocket.
    ///
    /// - Throws: `APIError` where it wants one in a way that is not known here.
    init?(_ request: Request) throws {
        guard request.method == .get, Self.isUpgrade(request),
            Self.tokens(request.headers[values: .upgrade]).contains("websocket")
        else { return nil }
        guard request.headers[values: .secWebSocketVersion] == [Self.version] else { throw APIError.socketVersion }
        let keys = request.headers[values: .secWebSocketKey]
        guard keys.count == 1, Data(base64Encoded: keys[0])?.count == 16 else {
            throw APIError.malformed("Sec-WebSocket-Key is missing or no 16 bytes in Base64")
        }
        key = keys[0]
    }

    init(key: String) { self.key = key }

    /// What proves to the client that it is understood.
    var accept: String {
        Data(Insecure.SHA1.hash(data: Data((key + Self.guid).utf8))).base64EncodedString()
    }

    var headers: HTTPFields {
        [.connection: "Upgrade", .upgrade: "websocket", .secWebSocketAccept: accept]
    }

    private static func tokens(_ values: [String]) -> [String] {
        values.flatMap { $0.split(separator: ",") }.map { $0.trimming(while: { $0 == " " || $0 == "\t" }).lowercased() }
    }
}

extension Substring {
    fileprivate func trimming(while isSpace: (Character) -> Bool) -> Substring {
        var text = drop(while: isSpace)
        while let last = text.last, isSpace(last) { text.removeLast() }
        return text
    }
}
