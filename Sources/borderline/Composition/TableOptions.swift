import ArgumentParser

/// How a command shows a list.
struct TableOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        /// Aligned columns, for a person.
        case table
        case csv
        /// One JSON object per line; every value is text.
        case ndjson
    }

    @Option(help: "How to show it: table, csv or ndjson.")
    var format: Format = .table
}
