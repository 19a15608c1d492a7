import CMariaDB

/// The memory the library writes the columns of a row into.
///
/// It keeps pointers to it from binding to the last fetch, so it lives on the heap and as long as this value.
struct ResultBuffers: ~Copyable {
    let binds: UnsafeMutablePointer<MYSQL_BIND>
    /// Whether a buffer was replaced since the library was told of them.
    private(set) var hasMoved = false
    let columns: [ResultColumn]
    private let lengths: UnsafeMutablePointer<UInt>
    private let nulls: UnsafeMutablePointer<my_bool>

    init(_ fields: UnsafeBufferPointer<MYSQL_FIELD>) {
        columns = fields.map(ResultColumn.init)
        binds = .allocate(capacity: columns.count)
        binds.initialize(repeating: MYSQL_BIND(), count: columns.count)
        lengths = .allocate(capacity: columns.count)
        lengths.initialize(repeating: 0, count: columns.count)
        nulls = .allocate(capacity: columns.count)
        nulls.initialize(repeating: 0, count: columns.count)
        for (index, column) in columns.enumerated() {
            binds[index].buffer_type = column.bufferType
            binds[index].is_unsigned = column.kind == .unsigned ? 1 : 0
            binds[index].length = lengths + index
            binds[index].is_null = nulls + index
            Self.allocate(&binds[index], bytes: column.capacity)
        }
    }

    deinit {
        for index in columns.indices { binds[index].buffer.deallocate() }
        binds.deallocate()
        lengths.deallocate()
        nulls.deallocate()
    }

    private static func allocate(_ bind: inout MYSQL_BIND, bytes: Int) {
        // Aligned for the numbers; one byte at least, so that there is an address.
        bind.buffer = .allocate(byteCount: max(8, bytes), alignment: 8)
        bind.buffer_length = UInt(max(8, bytes))
    }

    /// Gives the columns whose value did not fit a larger buffer, and returns them to be fetched again.
    mutating func takeOverflow() -> [Int] {
        hasMoved = false
        var overflow: [Int] = []
        for index in columns.indices where nulls[index] == 0 && lengths[index] > binds[index].buffer_length {
            binds[index].buffer.deallocate()
            Self.allocate(&binds[index], bytes: Int(lengths[index]))
            overflow.append(index)
        }
        hasMoved = !overflow.isEmpty
        return overflow
    }

    borrowing func isNull(_ index: Int) -> Bool { nulls[index] != 0 }

    /// The bytes of a value that is not NULL, until the next fetch.
    private borrowing func bytes(_ index: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: binds[index].buffer, count: Int(lengths[index]))
    }

    /// The 64 bits of a whole number; nil for NULL and other types.
    borrowing func integer(_ index: Int) -> (bits: Int64, isUnsigned: Bool)? {
        guard !isNull(index), let buffer = binds[index].buffer else { return nil }
        switch columns[index].kind {
        case .integer: return (buffer.load(as: Int64.self), false)
        case .unsigned: return (buffer.load(as: Int64.self), true)
        case .double, .text, .bytes: return nil
        }
    }

    /// The value of a column in the row that was fetched last.
    borrowing func value(_ index: Int) -> Value {
        guard !isNull(index), let buffer = binds[index].buffer else { return .null }
        switch columns[index].kind {
        case .integer: return .integer(buffer.load(as: Int64.self))
        case .unsigned: return .unsigned(buffer.load(as: UInt64.self))
        case .double: return .double(buffer.load(as: Double.self))
        case .text:
            // The connection speaks utf8mb4; anything else is given as it came.
            return String(validating: bytes(index), as: UTF8.self).map { .text($0) } ?? .bytes(Array(bytes(index)))
        case .bytes: return .bytes(Array(bytes(index)))
        }
    }
}
