import FoundationEssentials
import MessagePack

extension JSONValue {
    /// The same in MessagePack; whole numbers as such as far as they go.
    var messagePack: MessagePackValue {
        switch self {
        case .null: .null
        case .boolean(let truth): .boolean(truth)
        case .number(let digits):
            Int64(digits).map { .integer($0) } ?? UInt64(digits).map { .unsigned($0) } ?? .real(Double(digits) ?? .nan)
        case .text(let text): .text(text)
        case .list(let elements): .list(elements.map(\.messagePack))
        case .object(let members): .map(members.mapValues(\.messagePack))
        }
    }
}
