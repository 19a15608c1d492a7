/// What is wrong with a file of a backtest, where, and what would be right.
package struct BacktestError: Error, Hashable, CustomStringConvertible {
    /// As the caller named it.
    package let file: String
    /// Counts from 1, the header included; nil where the whole file is meant.
    package let line: Int?
    /// The name of the column; nil where the whole line is meant.
    package let column: String?
    package let problem: String

    package init(file: String, line: Int? = nil, column: String? = nil, problem: String) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
    }

    package var description: String {
        let place = [file, line.map { "line \($0)" }, column.map { "column \($0)" }].compactMap { $0 }
        return "\(place.joined(separator: ", ")): \(problem)"
    }
}
