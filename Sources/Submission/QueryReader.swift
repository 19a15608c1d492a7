import Hummingbird
import HummingbirdCore
import Rankings

/// Reads the query of a request: each field once, and none that means nothing here.
struct QueryReader {
    private let values: [String: String]

    init(_ uri: URI, knowing names: Set<String>) throws {
        var values: [String: String] = [:]
        for (name, value) in uri.queryParameters {
            let name = String(name)
            guard names.contains(name) else { throw APIError.malformed("the query has a field that is not known here") }
            guard values.updateValue(String(value), forKey: name) == nil else {
                throw APIError.malformed("the query has \(name) twice")
            }
        }
        self.values = values
    }

    func required(_ name: String) throws -> String {
        guard let value = values[name], !value.isEmpty else { throw APIError.malformed("the query lacks \(name)") }
        return value
    }

    func integer(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
        guard let text = values[name] else { return nil }
        guard let value = Int(text), range.contains(value) else {
            throw APIError.malformed("\(name) is no number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    func player(_ name: String) throws -> Pseudonym? {
        guard let text = values[name] else { return nil }
        guard let player = Pseudonym(text) else {
            throw APIError.malformed("\(name) is no player: 16 hexadecimal digits, as lists have them")
        }
        return player
    }

    func position(_ name: String) throws -> LivePosition? {
        guard let text = values[name] else { return nil }
        guard let position = LivePosition(text) else {
            throw APIError.malformed("\(name) is no position, as messages have them")
        }
        return position
    }

    func action(_ name: String) throws -> ActionID? {
        guard let text = values[name] else { return nil }
        guard let id = ActionID(text) else { throw APIError.malformed("\(name) is no UUID") }
        return id
    }
}
