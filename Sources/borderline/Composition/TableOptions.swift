import ArgumentParser

/// How a command shows a list.
struct TableOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        /// Aligned columns, for a person.
        case table
        /// RFC 4180, with a heading.
        case csv
        /// An array of objects.
        case json
        /// One JSON object per line.
        case ndjson
    }

    @Option(help: "How to show it: table, csv, json or ndjson.")
    var format: Format = .table
}
