import Foundation

/// Rows of text with a heading, written to standard output.
struct Table {
    private let columns: [String]
    private var rows: [[String]] = []

    init(columns: [String]) { self.columns = columns }

    mutating func add(_ row: [String]) {
        precondition(row.count == columns.count, "a value for each column")
        rows.append(row)
    }

    func write(as format: TableOptions.Format) {
        switch format {
        case .table: writeAligned()
        case .csv: for row in [columns] + rows { print(row.map(quoted).joined(separator: ",")) }
        case .ndjson: for row in rows { print(object(row)) }
        }
    }

    /// Control characters are shown as a replacement: names come from players, and a terminal obeys them.
    private func writeAligned() {
        let shown = ([columns] + rows).map { $0.map(harmless) }
        let widths = columns.indices.map { column in shown.map { $0[column].count }.max() ?? 0 }
        for row in shown {
            let cells = row.enumerated().map { column, text in
                column == row.count - 1 ? text : text.padding(toLength: widths[column], withPad: " ", startingAt: 0)
            }
            print(cells.joined(separator: "  "))
        }
    }

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

    private func object(_ row: [String]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        let fields = zip(columns, row).map { name, value in
            let text = (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) }  // text always encodes
            return "\"\(name)\":\(text ?? "null")"
        }
        return "{\(fields.joined(separator: ","))}"
    }
}
