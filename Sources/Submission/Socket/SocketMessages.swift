import NIOCore
import NIOWebSocket

/// Puts together what a client says from its frames, and holds them to RFC 6455: NIO looks at neither masks, reserved
/// bits, the order of fragments, close codes nor UTF-8.
struct SocketMessages {
    /// Bytes of a message, and of a frame: a token has at most 4 KB.
    static let longest = 8_192

    /// Of a message whose end has not come; nil between messages.
    private var begun: ByteBuffer?

    /// - Returns: nil where more is to come.
    mutating func take(_ frame: WebSocketFrame) throws(SocketFailure) -> SocketEvent? {
        // Clients mask, and no extension that gives the bits a meaning was agreed upon.
        guard frame.maskKey != nil, frame.reservedBits.isEmpty else { throw .protocol }
        switch frame.opcode {
        case .text:
            guard begun == nil else { throw .protocol }
            return try add(frame, to: ByteBuffer())
        case .continuation:
            guard let begun else { throw .protocol }
            return try add(frame, to: begun)
        case .binary: throw begun == nil ? .binary : .protocol
        case .ping:
            try requireControl(frame)
            return .ping(frame.unmaskedData)
        case .pong:
            try requireControl(frame)
            return .pong
        case .connectionClose:
            try requireControl(frame)
            return .close(code: try Self.closeCode(frame.unmaskedData))
        default: throw .protocol
        }
    }

    /// NIO refuses the others, too; here it is seen.
    private func requireControl(_ frame: WebSocketFrame) throws(SocketFailure) {
        guard frame.fin, frame.length <= 125 else { throw .protocol }
    }

    private mutating func add(_ frame: WebSocketFrame, to message: ByteBuffer) throws(SocketFailure) -> SocketEvent? {
        var (message, data) = (message, frame.unmaskedData)
        guard message.readableBytes + data.readableBytes <= Self.longest else { throw .tooLarge }
        message.writeBuffer(&data)
        begun = frame.fin ? nil : message
        guard frame.fin else { return nil }
        guard let text = String(validating: message.readableBytesView, as: UTF8.self) else { throw .notUTF8 }
        return .text(text)
    }

    /// - Throws: for half a code, one that may not be sent, and a reason that is no UTF-8.
    private static func closeCode(_ data: ByteBuffer) throws(SocketFailure) -> UInt16? {
        if data.readableBytes == 0 { return nil }
        var data = data
        guard let code = data.readInteger(as: UInt16.self), mayBeSent(code) else { throw .protocol }
        guard String(validating: data.readableBytesView, as: UTF8.self) != nil else { throw .notUTF8 }
        return code
    }

    private static func mayBeSent(_ code: UInt16) -> Bool {
        switch code {
        case 1000...1003, 1007...1014, 3000...4999: true
        default: false
        }
    }
}
