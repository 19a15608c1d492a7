import Compression

/// Writes a table as gzipped CSV (RFC 4180 with line feeds), row by row: the same rows give the same bytes.
final class TableWriter {
    /// What was written.
    struct Facts: Hashable, Sendable {
        let rows: Int
        /// Compressed.
        let bytes: Int
        let sha256: String
    }

    /// Plain bytes that are collected before they are compressed.
    private static let batchBytes = 65_536

    private let file: FileOutput
    private var encoder: GzipEncoder
    private var line: [UInt8] = []
    private var isRowBegun = false
    private var rows = 0

    init(_ table: DumpTable, in folder: String) throws(DumpError) {
        file = try FileOutput("\(folder)/\(table.file)")
        do throws(CompressionError) {
            encoder = try GzipEncoder()
        } catch {
            throw .compression(item: file.path, error)
        }
        for column in table.columns { add(column) }
        line.append(UInt8(ascii: "\n"))
        isRowBegun = false
    }

    /// The next value of the row; quoted where it must be.
    func add(_ text: String) {
        separate()
        let utf8 = text.utf8
        guard utf8.contains(where: Self.needsQuotes) else {
            line.append(contentsOf: utf8)
            return
        }
        line.append(UInt8(ascii: "\""))
        for byte in utf8 {
            if byte == UInt8(ascii: "\"") { line.append(byte) }
            line.append(byte)
        }
        line.append(UInt8(ascii: "\""))
    }

    /// The next value of the row; nil has none.
    func add(_ number: Int64?) {
        separate()
        guard let number else { return }
        if number < 0 { line.append(UInt8(ascii: "-")) }
        let start = line.count
        var rest = number.magnitude
        repeat {
            line.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        line[start...].reverse()
    }

    func add(_ number: Int?) { add(number.map(Int64.init)) }
    func add(_ flag: Bool) { add(flag ? "true" : "false") }

    func endRow() throws(DumpError) {
        line.append(UInt8(ascii: "\n"))
        isRowBegun = false
        rows += 1
        if line.count >= Self.batchBytes { try flush() }
    }

    /// Completes the file on the disk.
    func finish() throws(DumpError) -> Facts {
        try flush()
        let end: [UInt8]
        do throws(CompressionError) {
            end = try encoder.finish()
        } catch {
            throw .compression(item: file.path, error)
        }
        try file.write(end)
        return Facts(rows: rows, bytes: file.bytes, sha256: try file.finish())
    }

    private func flush() throws(DumpError) {
        let packed: [UInt8]
        do throws(CompressionError) {
            packed = try encoder.update(line)
        } catch {
            throw .compression(item: file.path, error)
        }
        line.removeAll(keepingCapacity: true)
        try file.write(packed)
    }

    private func separate() {
        if isRowBegun { line.append(UInt8(ascii: ",")) }
        isRowBegun = true
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }
}
