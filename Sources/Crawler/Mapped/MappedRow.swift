/// One row of an answer, with its key where the rows are an object.
struct MappedRow {
    let key: String?
    let content: JSONValue

    func value(_ path: JSONPath) -> JSONValue? { path.value(in: content, key: key) }

    /// The rows at a path: the elements of a list or the values of an object, these in the order of their keys.
    ///
    /// - Returns: nil where there is neither.
    static func rows(at path: JSONPath, in document: JSONValue) -> [MappedRow]? {
        switch path.value(in: document) {
        case .list(let elements): elements.map { MappedRow(key: nil, content: $0) }
        case .object(let members):
            members.sorted { $0.key < $1.key }.map { MappedRow(key: $0.key, content: $0.value) }
        default: nil
        }
    }
}
