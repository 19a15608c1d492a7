/// A table of comma-separated values with a header, read by the names of its columns: they may come in any order, and
/// others beside them.
struct BacktestTable {
    /// One line after the header.
    struct Row {
        let file: String
        let line: Int
        private let columns: [String]
        private let fields: [Substring]

        init(file: String, line: Int, columns: [String], fields: [Substring]) {
            (self.file, self.line, self.columns, self.fields) = (file, line, columns, fields)
        }

        func text(_ column: Int) throws(BacktestError) -> String {
            guard !fields[column].isEmpty else { throw malformed(column, "is empty") }
            return String(fields[column])
        }

        /// A whole number of 1 or more.
        func rank(_ column: Int) throws(BacktestError) -> Int {
            guard let rank = Int(fields[column]), rank > 0 else {
                throw malformed(column, "`\(shown(column))` must be a whole number from 1")
            }
            return rank
        }

        /// Unix seconds between 1970 and 9999; a fraction is dropped.
        func second(_ column: Int) throws(BacktestError) -> Int64 {
            guard let second = Double(fields[column]), (0...lastSecond).contains(second) else {
                throw malformed(column, "`\(shown(column))` must be a time in Unix seconds, e.g. 1743314400")
            }
            return Int64(second)
        }

        /// A finite number of 0 or more.
        func score(_ column: Int) throws(BacktestError) -> Double {
            guard let score = Double(fields[column]), score.isFinite, score >= 0 else {
                throw malformed(column, "`\(shown(column))` must be a score, a number from 0")
            }
            return score
        }

        func malformed(_ column: Int, _ problem: String) -> BacktestError {
            BacktestError(file: file, line: line, column: columns[column], problem: problem)
        }

        /// The field, cut where it would fill a screen.
        private func shown(_ column: Int) -> String { String(fields[column].prefix(40)) }
    }

    /// The last second of the year 9999: no arithmetic on earlier ones overflows.
    private static let lastSecond = 253_402_300_799.0

    /// The rows, each with the wanted columns in the order wanted.
    ///
    /// - Parameter file: its name, for messages.
    static func rows(of bytes: [UInt8], file: String, columns: [String]) throws(BacktestError) -> [Row] {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw BacktestError(
                file: file, problem: "is not text in UTF-8; a packed file needs a name that ends in .gz")
        }
        var places: [Int] = []
        var width = 0
        var rows: [Row] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            if index == 0 {
                places = try header(fields, file: file, columns: columns)
                width = fields.count
            } else if !line.isEmpty {
                guard fields.count == width else {
                    throw BacktestError(
                        file: file, line: index + 1,
                        problem: "has \(fields.count) columns, the header \(width); values with commas are not read")
                }
                rows.append(Row(file: file, line: index + 1, columns: columns, fields: places.map { fields[$0] }))
            }
        }
        return rows
    }

    private static func header(
        _ fields: [Substring], file: String, columns: [String]
    ) throws(BacktestError) -> [Int] {
        var places: [Int] = []
        for column in columns {
            guard let place = fields.firstIndex(of: Substring(column)) else {
                throw BacktestError(
                    file: file, line: 1, column: column,
                    problem: "is missing; the header must name \(columns.joined(separator: ","))")
            }
            places.append(place)
        }
        return places
    }
}
