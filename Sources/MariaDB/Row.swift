/// The row of a result that was fetched last: its values in the order of the SELECT list, from index 0.
///
/// It reads from the memory the library fetches into and is lent for the time of one call, so that a result of many
/// rows costs no memory for each. The typed readers throw an error that names the column when it holds NULL or another
/// type; an index past the last column is a programmer's mistake and traps.
package struct Row: ~Copyable {
    var buffers: ResultBuffers
    /// The beginning of the statement, for errors.
    let operation: String

    init(_ buffers: consuming ResultBuffers, operation: String) {
        self.buffers = buffers
        self.operation = operation
    }

    /// The names of the columns as the statement gave them.
    package var columns: [String] { buffers.columns.map(\.name) }

    /// The values, one per column.
    package var values: [Value] { (0..<count).map { value($0) } }

    /// The number of columns.
    package var count: Int { buffers.columns.count }

    /// The value as it came, NULL included.
    package subscript(_ index: Int) -> Value { value(index) }

    private borrowing func value(_ index: Int) -> Value {
        checkIndex(index)
        return buffers.value(index)
    }

    private borrowing func checkIndex(_ index: Int) {
        precondition(0 <= index && index < count, "column \(index) asked of a row with \(count)")
    }

    private borrowing func mismatch(_ index: Int, expected: String) -> DatabaseError {
        let (name, kind) = (buffers.columns[index].name, value(index).kindName)
        return DatabaseError(
            .decoding, "column \(index) ‘\(name)’ holds \(kind) where \(expected) was expected", operation: operation)
    }
}

extension Row {
    /// An integer that fits 64 bits with a sign, from a signed or unsigned column.
    package func int64(_ index: Int) throws(DatabaseError) -> Int64 {
        checkIndex(index)
        guard let (bits, isUnsigned) = buffers.integer(index) else { throw mismatch(index, expected: "an integer") }
        guard bits >= 0 || !isUnsigned else { throw mismatch(index, expected: "at most 2^63 − 1") }
        return bits
    }

    /// An integer that is not negative, from a signed or unsigned column.
    package func uint64(_ index: Int) throws(DatabaseError) -> UInt64 {
        switch value(index) {
        case .unsigned(let value): return value
        case .integer(let value):
            guard let exact = UInt64(exactly: value) else { throw mismatch(index, expected: "no negative number") }
            return exact
        default: throw mismatch(index, expected: "an integer")
        }
    }

    /// The same as `int64`, as `Int`.
    package func int(_ index: Int) throws(DatabaseError) -> Int {
        guard let exact = Int(exactly: try int64(index)) else { throw mismatch(index, expected: "a machine word") }
        return exact
    }

    /// An integer that is not zero for true, as MariaDB's BOOLEAN is kept.
    package func bool(_ index: Int) throws(DatabaseError) -> Bool { try int64(index) != 0 }

    /// A number from a FLOAT or DOUBLE column, not from a DECIMAL: that is text.
    package func double(_ index: Int) throws(DatabaseError) -> Double {
        guard case .double(let value) = value(index) else {
            throw mismatch(index, expected: "a floating-point number")
        }
        return value
    }

    /// Text, DECIMAL, DATE, TIME or DATETIME; also a binary column whose bytes are valid UTF-8.
    package func text(_ index: Int) throws(DatabaseError) -> String {
        switch value(index) {
        case .text(let value): return value
        case .bytes(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw mismatch(index, expected: "valid UTF-8")
            }
            return text
        default: throw mismatch(index, expected: "text")
        }
    }

    /// The bytes of a binary column.
    package func bytes(_ index: Int) throws(DatabaseError) -> [UInt8] {
        guard case .bytes(let value) = value(index) else { throw mismatch(index, expected: "bytes") }
        return value
    }
}

extension Row {
    /// Whether the column holds NULL.
    package func isNull(_ index: Int) -> Bool {
        checkIndex(index)
        return buffers.isNull(index)
    }

    /// `int64`, or `nil` for NULL.
    package func int64OrNil(_ index: Int) throws(DatabaseError) -> Int64? { isNull(index) ? nil : try int64(index) }

    /// `uint64`, or `nil` for NULL.
    package func uint64OrNil(_ index: Int) throws(DatabaseError) -> UInt64? { isNull(index) ? nil : try uint64(index) }

    /// `int`, or `nil` for NULL.
    package func intOrNil(_ index: Int) throws(DatabaseError) -> Int? { isNull(index) ? nil : try int(index) }

    /// `bool`, or `nil` for NULL.
    package func boolOrNil(_ index: Int) throws(DatabaseError) -> Bool? { isNull(index) ? nil : try bool(index) }

    /// `double`, or `nil` for NULL.
    package func doubleOrNil(_ index: Int) throws(DatabaseError) -> Double? { isNull(index) ? nil : try double(index) }

    /// `text`, or `nil` for NULL.
    package func textOrNil(_ index: Int) throws(DatabaseError) -> String? { isNull(index) ? nil : try text(index) }

    /// `bytes`, or `nil` for NULL.
    package func bytesOrNil(_ index: Int) throws(DatabaseError) -> [UInt8]? { isNull(index) ? nil : try bytes(index) }
}
