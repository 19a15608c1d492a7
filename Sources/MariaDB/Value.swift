/// One value as it is bound to a parameter or read from a column.
package enum Value: Hashable, Sendable {
    case null
    case integer(Int64)
    case unsigned(UInt64)
    case double(Double)
    /// Text; what the server calls DECIMAL, DATE, TIME and DATETIME is read as text too.
    case text(String)
    /// BINARY, VARBINARY, BLOB and BIT.
    case bytes([UInt8])

    /// The name of the kind, for error messages: it never shows the value.
    var kindName: String {
        switch self {
        case .null: "NULL"
        case .integer: "a signed integer"
        case .unsigned: "an unsigned integer"
        case .double: "a floating-point number"
        case .text: "text"
        case .bytes: "bytes"
        }
    }
}

extension Value: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int64) { self = .integer(value) }
}

extension Value: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self = .text(value) }
}

extension Value: ExpressibleByNilLiteral {
    package init(nilLiteral: ()) { self = .null }
}

extension Value {
    /// A signed integer, or NULL for `nil`.
    package static func integer(_ value: Int) -> Value { .integer(Int64(value)) }

    /// A signed integer, or NULL for `nil`.
    package static func optional(_ value: Int64?) -> Value { value.map { .integer($0) } ?? .null }

    /// An unsigned integer, or NULL for `nil`.
    package static func optional(_ value: UInt64?) -> Value { value.map { .unsigned($0) } ?? .null }

    /// A floating-point number, or NULL for `nil`.
    package static func optional(_ value: Double?) -> Value { value.map { .double($0) } ?? .null }

    /// Text, or NULL for `nil`.
    package static func optional(_ value: String?) -> Value { value.map { .text($0) } ?? .null }

    /// Bytes, or NULL for `nil`.
    package static func optional(_ value: [UInt8]?) -> Value { value.map { .bytes($0) } ?? .null }
}
