/// A way into a JSON document: keys and places in lists, with dots between them (`data.rows.0`). Empty for the document
/// itself. `@key` alone is the key of a row in an object of rows.
package struct JSONPath: Hashable, Sendable {
    private static let rowKey = "@key"

    private let steps: [String]

    package init(_ text: String) { steps = text.isEmpty ? [] : text.split(separator: ".").map(String.init) }

    var description: String { steps.isEmpty ? "the document" : steps.joined(separator: ".") }

    /// What lies there; nil where nothing or null does.
    func value(in document: JSONValue, key: String? = nil) -> JSONValue? {
        if steps == [Self.rowKey] { return key.map(JSONValue.text) }
        var value = document
        for step in steps {
            switch value {
            case .object(let members):
                guard let member = members[step] else { return nil }
                value = member
            case .list(let elements):
                guard let place = Int(step), elements.indices.contains(place) else { return nil }
                value = elements[place]
            default: return nil
            }
        }
        return value == .null ? nil : value
    }
}
