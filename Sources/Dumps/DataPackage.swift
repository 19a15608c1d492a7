import FoundationEssentials
import Rankings

/// The file `datapackage.json` of a dump: a Frictionless Data Package (https://specs.frictionlessdata.io/data-package/)
/// with some properties of ours.
struct DataPackage: Codable, Hashable, Sendable {
    /// One of the dump's tables.
    struct Resource: Codable, Hashable, Sendable {
        let name: String
        let title: String
        let path: String
        var profile = "tabular-data-resource"
        var scheme = "file"
        var format = "csv"
        var mediatype = "application/gzip"
        var compression = "gz"
        var encoding = "utf-8"
        var dialect = Dialect()
        let schema: TableSchema
        let rows: Int
        let fields: Int
        let bytes: Int
        /// `sha256:` and the hexadecimal digits.
        let hash: String
    }

    /// Said in full, so that no reader guesses.
    struct Dialect: Codable, Hashable, Sendable {
        var delimiter = ","
        var lineTerminator = "\n"
        var quoteChar = "\""
        var doubleQuote = true
        var skipInitialSpace = false
        var header = true
    }

    /// Minutes in a row that were not seen, all for one reason.
    struct KnownIssue: Codable, Hashable, Sendable {
        let board: String
        let from: String
        let to: String
        let slots: Int
        let outcome: String
        let reason: String?
    }

    /// What the tables do not say of the event.
    struct EventFacts: Codable, Hashable, Sendable {
        let id: String
        let game: String
        let upstreamID: String
        let kind: String
        let startsAt: String
        let endsAt: String
        let announcesAt: String
        let closesAt: String
    }

    static let file = "datapackage.json"
    static let currentFormat = 1
    /// Of the file: thousands of gaps in ten boards take a tenth of it.
    static let limitBytes = 16 << 20

    var profile = "data-package"
    let name: String
    let title: String
    let description: String
    let homepage: String?
    let licenses: [DumpLicence]?
    /// The version of what is described here.
    var borderlineFormat = DataPackage.currentFormat
    let event: EventFacts
    /// The newest minute; nil where the event has none.
    let through: String?
    /// Nothing comes any more: the dump is the event's last.
    let isComplete: Bool
    /// Entries and borders of all minutes that were seen, as `expand.py` writes them.
    let observations: Int
    let knownIssues: [KnownIssue]
    let resources: [Resource]

    /// The same bytes for the same package.
    func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }

}

extension DataPackage {
    /// Reads the file of a dump's folder.
    init(in folder: String) throws(DumpError) {
        struct Form: Decodable { let borderlineFormat: Int }
        let path = "\(folder)/\(Self.file)"
        let bytes = try FileInput.content(of: path, limitBytes: Self.limitBytes)
        do {
            let format = try JSONDecoder().decode(Form.self, from: Data(bytes)).borderlineFormat
            guard format <= Self.currentFormat else { throw DumpError.newerFormat(item: path, format: format) }
            self = try JSONDecoder().decode(Self.self, from: Data(bytes))
        } catch let error as DumpError {
            throw error
        } catch {
            throw .malformed(item: path, problem: "is of no dump of Borderline")
        }
    }
}
