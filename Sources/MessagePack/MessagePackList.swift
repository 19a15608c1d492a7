/// The values of a list, one after the other.
struct MessagePackList: UnkeyedDecodingContainer {
    let values: [MessagePackValue]
    let codingPath: [any CodingKey]
    private(set) var currentIndex = 0

    init(values: [MessagePackValue], codingPath: [any CodingKey]) {
        self.values = values
        self.codingPath = codingPath
    }

    var count: Int? { values.count }
    var isAtEnd: Bool { currentIndex >= values.count }

    mutating func decodeNil() throws -> Bool {
        let isNull = try current().value == .null
        if isNull { currentIndex += 1 }
        return isNull
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try advancing { try Value(from: $0) }
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try advancing { try $0.container(keyedBy: type) }
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try advancing { try $0.unkeyedContainer() }
    }

    mutating func superDecoder() throws -> any Decoder { try advancing { $0 } }

    private func current() throws -> MessagePackDecoder {
        let path = codingPath + [MessagePackIndex(currentIndex)]
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                MessagePackValue.self, .init(codingPath: path, debugDescription: "at the end"))
        }
        return MessagePackDecoder(values[currentIndex], at: path)
    }

    /// The place moves on where the value could be read, as in `JSONDecoder`.
    private mutating func advancing<Value>(_ read: (MessagePackDecoder) throws -> Value) throws -> Value {
        let value = try read(try current())
        currentIndex += 1
        return value
    }
}
