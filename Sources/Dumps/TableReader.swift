import Compression

/// Reads what `TableWriter` wrote, row by row in flat memory.
final class TableReader {
    /// The longest row, 64 KiB: a name is quoted at most twice its 255 characters, and nothing else is as long.
    private static let rowLimitBytes = 65_536

    /// The file, for messages.
    let path: String
    /// Of the row `next` read; the heading is line 1. A name may hold line breaks, which are not counted.
    private(set) var line = 0
    private let input: FileInput
    private var decoder: GzipDecoder
    /// Of the file; an older one may have fewer than the table has now.
    private var columns: Int
    /// Decompressed and not yet read.
    private var plain: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    /// The values of the row one after the other, without quotes, and where each ends.
    private var row: [UInt8] = []
    private var ends: [Int] = []

    /// - Throws: also where the heading is another.
    init(_ table: DumpTable, in folder: String) throws(DumpError) {
        path = "\(folder)/\(table.file)"
        columns = table.columns.count  // Until the heading has said how many there are.
        input = try FileInput(path)
        do throws(CompressionError) {
            decoder = try GzipDecoder()
        } catch {
            throw .compression(item: path, error)
        }
        guard try readRow() else { throw malformed(heading: table) }
        columns = ends.count
        guard columns == table.columns.count || columns == table.firstColumns else {
            throw malformed("has \(columns) values and not \(table.columns.count)")
        }
        guard (0..<columns).allSatisfy({ text($0) == table.columns[$0] }) else { throw malformed(heading: table) }
    }

    /// Reads the next row; false at the end.
    func next() throws(DumpError) -> Bool {
        guard try readRow() else { return false }
        guard ends.count == columns else { throw malformed("has \(ends.count) values and not \(columns)") }
        return true
    }

    private func readRow() throws(DumpError) -> Bool {
        row.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        line += 1
        guard try fill() else { return false }
        repeat {
            try readValue()
            ends.append(row.count)
            guard row.count <= Self.rowLimitBytes else { throw malformed("the row is too long") }
        } while try takeSeparator()
        return true
    }

    /// The bytes of a value of the row; none of a column that the file does not have yet.
    func bytes(_ column: Int) -> ArraySlice<UInt8> {
        column < columns ? row[(column == 0 ? 0 : ends[column - 1])..<ends[column]] : []
    }

    func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

    /// nil where there is none.
    func integerOrNil(_ column: Int) throws(DumpError) -> Int64? {
        let digits = bytes(column)
        if digits.isEmpty { return nil }
        let isNegative = digits.first == UInt8(ascii: "-")
        var value: Int64 = 0
        var hasDigits = false
        for byte in isNegative ? digits.dropFirst() : digits {
            let digit = Int64(byte) - 0x30
            let (ten, over) = value.multipliedReportingOverflow(by: 10)
            let (sum, beyond) =
                isNegative ? ten.subtractingReportingOverflow(digit) : ten.addingReportingOverflow(digit)
            guard (0...9).contains(digit), !over, !beyond else { throw malformed(column, "a whole number") }
            value = sum
            hasDigits = true
        }
        guard hasDigits else { throw malformed(column, "a whole number") }
        return value
    }

    func integer(_ column: Int) throws(DumpError) -> Int64 {
        guard let value = try integerOrNil(column) else { throw malformed(column, "a whole number") }
        return value
    }

    /// A whole number that is not negative, of at most 32 bits.
    func count(_ column: Int) throws(DumpError) -> Int {
        guard let value = try countOrNil(column) else { throw malformed(column, "a whole number") }
        return value
    }

    /// The same; nil where there is none.
    func countOrNil(_ column: Int) throws(DumpError) -> Int? {
        guard let value = try integerOrNil(column) else { return nil }
        guard let count = UInt32(exactly: value) else { throw malformed(column, "a number of at most 32 bits") }
        return Int(count)
    }

    func flag(_ column: Int) throws(DumpError) -> Bool {
        switch text(column) {
        case "true": return true
        case "false": return false
        default: throw malformed(column, "true or false")
        }
    }

    private func malformed(heading table: DumpTable) -> DumpError {
        malformed("the heading must be \(table.columns.joined(separator: ","))")
    }

    func malformed(_ problem: String) -> DumpError { .malformed(item: "\(path) line \(line)", problem: problem) }

    func malformed(_ column: Int, _ expected: String) -> DumpError {
        malformed("column \(column + 1) must be \(expected)")
    }

    private func readValue() throws(DumpError) {
        guard try fill(), plain[position] == UInt8(ascii: "\"") else {
            while try fill(), !Self.endsValue(plain[position]) {
                // A value rarely spans two pieces; within one it is taken at once.
                let end = plain[position...].firstIndex(where: Self.endsValue) ?? plain.count
                row.append(contentsOf: plain[position..<end])
                position = end
            }
            return
        }
        position += 1
        while true {
            guard try fill() else { throw malformed("a quote does not end") }
            let byte = plain[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard try fill(), plain[position] == UInt8(ascii: "\"") else { return }
                position += 1
            }
            row.append(byte)
        }
    }

    /// Whether another value of the row follows.
    private func takeSeparator() throws(DumpError) -> Bool {
        guard try fill() else { throw malformed("the last line does not end") }
        defer { position += 1 }
        switch plain[position] {
        case UInt8(ascii: ","): return true
        case UInt8(ascii: "\n"): return false
        default: throw malformed("something follows a quote")
        }
    }

    private static func endsValue(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") }

    /// Makes sure that there is a byte to read; false at the end.
    private func fill() throws(DumpError) -> Bool {
        while position == plain.count {
            if isAtEnd { return false }
            let packed = try input.next()
            do throws(CompressionError) {
                if packed.isEmpty {
                    try decoder.finish()
                    isAtEnd = true
                    return false
                }
                plain = try decoder.update(packed)
            } catch {
                throw .compression(item: path, error)
            }
            position = 0
        }
        return true
    }
}
