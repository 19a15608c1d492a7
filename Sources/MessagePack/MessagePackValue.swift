/// A value of MessagePack with nothing lost: integers have their whole range. Text is made well-formed: what is not
/// becomes U+FFFD. https://github.com/msgpack/msgpack/blob/master/spec.md
package enum MessagePackValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    /// Beyond `Int64.max`.
    case unsigned(UInt64)
    case real(Double)
    case text(String)
    /// Bytes, and the payload of an extension.
    case bytes([UInt8])
    case list([MessagePackValue])
    /// The first of a repeated key counts; keys that are numbers are their digits.
    case map([String: MessagePackValue])

    /// Reads one value, which takes up all the bytes.
    ///
    /// Lists and maps lie at most 32 deep, as msgpack-c reads them. Memory is in proportion to the bytes: room that a
    /// value declares and does not fill is reserved at most, never touched.
    package init(_ bytes: [UInt8]) throws(MessagePackError) { self = try UnpackedMessage.value(of: bytes) }
}
