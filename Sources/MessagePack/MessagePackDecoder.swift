/// Makes Swift values of MessagePack, as `JSONDecoder` does of JSON; errors are `DecodingError`s with their place.
package struct MessagePackDecoder: Decoder {
    let value: MessagePackValue
    package let codingPath: [any CodingKey]
    package var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(_ value: MessagePackValue, at codingPath: [any CodingKey]) {
        self.value = value
        self.codingPath = codingPath
    }

    /// - Throws: `MessagePackError` where the bytes are no value, `DecodingError` where it is none of this type.
    package static func decode<Body: Decodable>(_ type: Body.Type, from bytes: [UInt8]) throws -> Body {
        try Body(from: MessagePackDecoder(try MessagePackValue(bytes), at: []))
    }

    /// The value as a map.
    package func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .map(let values) = value else { throw mismatch([String: MessagePackValue].self) }
        return KeyedDecodingContainer(MessagePackMap(values: values, codingPath: codingPath))
    }

    /// The value as a list.
    package func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .list(let values) = value else { throw mismatch([MessagePackValue].self) }
        return MessagePackList(values: values, codingPath: codingPath)
    }

    package func singleValueContainer() throws -> any SingleValueDecodingContainer { MessagePackScalar(decoder: self) }

    /// A whole number, also one that is written as a real.
    func integer<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        let exact: Number? =
            switch value {
            case .integer(let number): Number(exactly: number)
            case .unsigned(let number): Number(exactly: number)
            case .real(let number): Number(exactly: number)
            default: throw mismatch(type)
            }
        guard let exact else {
            throw DecodingError.dataCorrupted(.init(codingPath: codingPath, debugDescription: "out of range"))
        }
        return exact
    }

    func real() throws -> Double {
        switch value {
        case .real(let number): number
        case .integer(let number): Double(number)
        case .unsigned(let number): Double(number)
        default: throw mismatch(Double.self)
        }
    }

    func mismatch(_ type: Any.Type) -> DecodingError {
        let context = DecodingError.Context(codingPath: codingPath, debugDescription: "another type")
        return value == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }
}

/// A place in a list.
struct MessagePackIndex: CodingKey {
    let index: Int
    var intValue: Int? { index }
    var stringValue: String { String(index) }

    init(_ index: Int) { self.index = index }
    init?(intValue: Int) { self.init(intValue) }
    init?(stringValue: String) { nil }
}
