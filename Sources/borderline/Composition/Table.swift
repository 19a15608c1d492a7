import Foundation

/// Writes rows of values with a heading to standard output, as they come: memory stays flat however many there are.
struct Table {
    /// Rows that are held back to find the columns' widths; later ones keep these.
    private static let measuredRows = 200

    private let columns: [String]
    private let format: TableOptions.Format
    private var held: [[String]] = []
    private var widths: [Int] = []
    private var written = 0
    private let encoder = JSONEncoder()

    init(columns: [String], as format: TableOptions.Format) {
        self.columns = columns
        self.format = format
        encoder.outputFormatting = [.withoutEscapingSlashes]
        switch format {
        case .table: held.append(columns)
        case .csv: print(columns.map(quoted).joined(separator: ","))
        case .json: print("[", terminator: "")
        case .ndjson: break
        }
    }

    mutating func add(_ row: [Cell]) {
        precondition(row.count == columns.count, "a value for each column")
        switch format {
        case .table: addAligned(row.map { harmless($0.words) })
        case .csv: print(row.map { quoted($0.words) }.joined(separator: ","))
        case .json: print((written == 0 ? "\n" : ",\n") + object(row), terminator: "")
        case .ndjson: print(object(row))
        }
        written += 1
    }

    /// Writes what was held back; called once, after the last row.
    mutating func finish() {
        switch format {
        case .table: writeHeld()
        case .json: print(written == 0 ? "]" : "\n]")
        case .csv, .ndjson: break
        }
    }

    private mutating func addAligned(_ row: [String]) {
        guard widths.isEmpty else { return writeAligned(row) }
        held.append(row)
        if held.count > Self.measuredRows { writeHeld() }
    }

    private mutating func writeHeld() {
        if widths.isEmpty { widths = columns.indices.map { column in held.map { $0[column].count }.max() ?? 0 } }
        for row in held { writeAligned(row) }
        held = []
    }

    private func writeAligned(_ row: [String]) {
        let cells = row.enumerated().map { column, text in
            let missing = max(0, widths[column] - text.count)
            return column == row.count - 1 ? text : text + String(repeating: " ", count: missing)
        }
        print(cells.joined(separator: "  "))
    }

    /// Control characters are shown as a replacement: names come from players, and a terminal obeys them.
    private func harmless(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
    }

    /// RFC 4180.
    private func quoted(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }

    private func object(_ row: [Cell]) -> String {
        "{\(zip(columns, row).map { "\"\($0)\":\(json($1))" }.joined(separator: ","))}"
    }

    private func json(_ cell: Cell) -> String {
        switch cell {
        case .text(let value):
            (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"  // text always encodes
        case .integer(let value): String(value)
        case .flag(let value): value ? "true" : "false"
        case .none: "null"
        }
    }
}
