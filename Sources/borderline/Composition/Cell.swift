import Rankings

/// One value of a list that a command shows.
enum Cell: Sendable {
    case text(String)
    case integer(Int64)
    case flag(Bool)
    /// Nothing is known: empty for people and in CSV, null in JSON.
    case none

    static func text(_ value: String?) -> Cell { value.map { Cell.text($0) } ?? .none }
    static func integer(_ value: Int?) -> Cell { value.map { .integer(Int64($0)) } ?? .none }
    static func integer(_ value: Int64?) -> Cell { value.map { Cell.integer($0) } ?? .none }
    static func slot(_ value: Slot?) -> Cell { .text(value?.description) }
    static func instant(_ value: Instant) -> Cell { .text(value.description) }

    /// As a person and a table of values read it.
    var words: String {
        switch self {
        case .text(let value): value
        case .integer(let value): String(value)
        case .flag(let value): value ? "yes" : "no"
        case .none: ""
        }
    }
}
