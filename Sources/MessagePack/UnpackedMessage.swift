import CMessagePack

/// What msgpack-c made of some bytes. It points into them, and is read while they are lent.
struct UnpackedMessage: ~Copyable {
    private let message: UnsafeMutablePointer<msgpack_unpacked>

    /// Reads the one value that the bytes hold.
    static func value(of bytes: [UInt8]) throws(MessagePackError) -> MessagePackValue {
        let result = bytes.withUnsafeBytes { buffer -> Result<MessagePackValue, MessagePackError> in
            do throws(MessagePackError) {
                return .success(try UnpackedMessage().read(buffer))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private init() {
        message = .allocate(capacity: 1)
        msgpack_unpacked_init(message)
    }

    deinit {
        msgpack_unpacked_destroy(message)
        message.deallocate()
    }

    /// - Parameter buffer: what is made of it points into it until it is copied, here.
    private borrowing func read(_ buffer: UnsafeRawBufferPointer) throws(MessagePackError) -> MessagePackValue {
        guard let start = buffer.baseAddress else { throw .incomplete }
        var offset = 0
        let code = msgpack_unpack_next(message, start.assumingMemoryBound(to: CChar.self), buffer.count, &offset)
        if let error = Self.error(code) ?? (offset < buffer.count ? .excess : nil) {
            throw error
        }
        return try Self.value(message.pointee.data)
    }

    private static func error(_ code: msgpack_unpack_return) -> MessagePackError? {
        switch code {
        case MSGPACK_UNPACK_SUCCESS, MSGPACK_UNPACK_EXTRA_BYTES: nil
        case MSGPACK_UNPACK_CONTINUE: .incomplete
        case MSGPACK_UNPACK_NOMEM_ERROR: .tooLarge
        default: .malformed
        }
    }

    private static func value(_ object: msgpack_object) throws(MessagePackError) -> MessagePackValue {
        switch object.type {
        case MSGPACK_OBJECT_NIL: return .null
        case MSGPACK_OBJECT_BOOLEAN: return .boolean(object.via.boolean)
        case MSGPACK_OBJECT_POSITIVE_INTEGER:
            return Int64(exactly: object.via.u64).map { .integer($0) } ?? .unsigned(object.via.u64)
        case MSGPACK_OBJECT_NEGATIVE_INTEGER: return .integer(object.via.i64)
        case MSGPACK_OBJECT_FLOAT32, MSGPACK_OBJECT_FLOAT64: return .real(object.via.f64)
        case MSGPACK_OBJECT_STR:
            return .text(String(decoding: bytes(object.via.str.ptr, object.via.str.size), as: UTF8.self))
        case MSGPACK_OBJECT_BIN: return .bytes(Array(bytes(object.via.bin.ptr, object.via.bin.size)))
        case MSGPACK_OBJECT_EXT: return .bytes(Array(bytes(object.via.ext.ptr, object.via.ext.size)))
        case MSGPACK_OBJECT_ARRAY: return try list(object.via.array)
        case MSGPACK_OBJECT_MAP: return try map(object.via.map)
        default: throw .malformed
        }
    }

    private static func list(_ array: msgpack_object_array) throws(MessagePackError) -> MessagePackValue {
        var values: [MessagePackValue] = []
        values.reserveCapacity(Int(array.size))
        for object in UnsafeBufferPointer(start: array.ptr, count: Int(array.size)) { values.append(try value(object)) }
        return .list(values)
    }

    private static func map(_ map: msgpack_object_map) throws(MessagePackError) -> MessagePackValue {
        var values: [String: MessagePackValue] = [:]
        for pair in UnsafeBufferPointer(start: map.ptr, count: Int(map.size)) {
            let key =
                switch try value(pair.key) {
                case .text(let text): text
                case .integer(let number): String(number)
                case .unsigned(let number): String(number)
                default: throw MessagePackError.unusableKey
                }
            let element = try value(pair.val)
            if values[key] == nil { values[key] = element }
        }
        return .map(values)
    }

    private static func bytes(_ start: UnsafePointer<CChar>?, _ count: UInt32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(count))
    }
}
