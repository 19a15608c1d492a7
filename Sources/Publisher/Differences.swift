/// Columns as steps: the first value as it is, then what each adds to the one before. Steps of a regular column are
/// alike, and compress to next to nothing.
enum Differences {
    static func of(_ values: [Int64]) -> [Int64] {
        var previous: Int64 = 0
        return values.map { value in
            defer { previous = value }
            return value - previous
        }
    }
}
