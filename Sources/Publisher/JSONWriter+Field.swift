/// Named values of an object, and columns of numbers.
extension JSONWriter {
    mutating func field(_ name: String, _ value: Int64?) {
        self.name(name)
        if let value { integer(value) } else { null() }
    }

    mutating func field(_ name: String, _ value: Int?) { field(name, value.map(Int64.init)) }

    mutating func field(_ name: String, _ text: String?) {
        self.name(name)
        if let text { string(text) } else { null() }
    }

    mutating func field(_ name: String, _ value: Bool) {
        self.name(name)
        bool(value)
    }

    mutating func objectField(_ name: String, _ body: (inout JSONWriter) -> Void) {
        self.name(name)
        object(body)
    }

    mutating func arrayField(_ name: String, _ body: (inout JSONWriter) -> Void) {
        self.name(name)
        array(body)
    }

    /// A named array of whole numbers; nil becomes null.
    mutating func column(_ name: String, _ values: some Sequence<Int64?>) {
        arrayField(name) { writer in writer.numbers(values) }
    }

    /// Those of the named arrays that hold something, in their order.
    mutating func columns(_ columns: KeyValuePairs<String, [Int64]>) {
        for (name, values) in columns where !values.isEmpty { column(name, values.map { $0 }) }
    }

    /// The elements of an array of whole numbers; nil becomes null.
    mutating func numbers(_ values: some Sequence<Int64?>) {
        for value in values {
            if let value { integer(value) } else { null() }
        }
    }

    /// A whole document: one object and the line feed that ends a text file.
    static func document(capacity: Int, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter(capacity: capacity)
        writer.object(body)
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}
