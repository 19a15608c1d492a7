/// A table's columns, as Frictionless Table Schema describes them (https://specs.frictionlessdata.io/table-schema/).
struct TableSchema: Codable, Hashable, Sendable {
    /// One column.
    struct Field: Codable, Hashable, Sendable {
        struct Constraints: Codable, Hashable, Sendable {
            var required: Bool?
            var `enum`: [String]?
            var pattern: String?
        }

        let name: String
        let type: String
        let description: String
        var unit: String?
        var constraints: Constraints?
    }

    struct ForeignKey: Codable, Hashable, Sendable {
        struct Reference: Codable, Hashable, Sendable {
            let resource: String
            let fields: [String]
        }

        let fields: [String]
        let reference: Reference
    }

    let fields: [Field]
    var primaryKey: [String]?
    var foreignKeys: [ForeignKey]?
    /// An empty cell has no value.
    var missingValues = [""]
}
