/// The values of one parameter over all rows of a batch; `nil` is NULL.
package enum Column: Hashable, Sendable {
    case integers([Int64?])
    case unsigned([UInt64?])
    case doubles([Double?])
    case texts([String?])
    case bytes([[UInt8]?])

    /// The number of rows.
    package var count: Int {
        switch self {
        case .integers(let values): values.count
        case .unsigned(let values): values.count
        case .doubles(let values): values.count
        case .texts(let values): values.count
        case .bytes(let values): values.count
        }
    }

    /// About how many bytes the value of a row takes on the wire.
    func byteCount(at row: Int) -> Int {
        switch self {
        case .integers, .unsigned, .doubles: 9
        case .texts(let values): 10 + (values[row]?.utf8.count ?? 0)
        case .bytes(let values): 10 + (values[row]?.count ?? 0)
        }
    }
}
