import CMariaDB

/// How one column of a result is fetched.
struct ResultColumn {
    /// The kinds the library is asked to convert to.
    enum Kind {
        case integer, unsigned, double, text, bytes
    }

    /// The library's number for "no character set": binary data.
    private static let binaryCharacterSet: UInt32 = 63

    let name: String
    let kind: Kind
    /// Bytes the buffer has at first.
    let capacity: Int

    /// The first buffer of a streamed column with a large limit; it grows to the longest value seen.
    private static let streamedCapacityBytes = 1024

    init(_ field: MYSQL_FIELD) {
        name = field.name.map { String(cString: $0) } ?? ""
        kind = Self.kind(of: field)
        // `max_length` is what the stored result needs, 0 when it is streamed.
        let needed = field.max_length > 0 ? field.max_length : min(field.length, UInt(Self.streamedCapacityBytes))
        switch kind {
        case .integer, .unsigned, .double: capacity = 8
        case .text, .bytes: capacity = Int(needed)
        }
    }

    var bufferType: enum_field_types {
        switch kind {
        case .integer, .unsigned: MYSQL_TYPE_LONGLONG
        case .double: MYSQL_TYPE_DOUBLE
        case .text: MYSQL_TYPE_STRING
        case .bytes: MYSQL_TYPE_BLOB
        }
    }

    private static func kind(of field: MYSQL_FIELD) -> Kind {
        switch field.type {
        case MYSQL_TYPE_TINY, MYSQL_TYPE_SHORT, MYSQL_TYPE_LONG, MYSQL_TYPE_INT24, MYSQL_TYPE_LONGLONG,
            MYSQL_TYPE_YEAR:
            field.flags & UInt32(UNSIGNED_FLAG) == 0 ? .integer : .unsigned
        case MYSQL_TYPE_FLOAT, MYSQL_TYPE_DOUBLE: .double
        case MYSQL_TYPE_BIT, MYSQL_TYPE_GEOMETRY: .bytes
        case MYSQL_TYPE_TINY_BLOB, MYSQL_TYPE_MEDIUM_BLOB, MYSQL_TYPE_LONG_BLOB, MYSQL_TYPE_BLOB,
            MYSQL_TYPE_VAR_STRING, MYSQL_TYPE_STRING, MYSQL_TYPE_VARCHAR:
            field.charsetnr == binaryCharacterSet ? .bytes : .text
        // DECIMAL, DATE, TIME, DATETIME, TIMESTAMP.
        default: .text
        }
    }
}
