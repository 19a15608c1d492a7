import Logging

/// One metadata value as a line shows it.
indirect enum LogValue {
    case text(String)
    case integer(Int64)
    case number(Double)
    case boolean(Bool)
    case list([LogValue])
    /// Only inside a list; elsewhere dictionaries are flattened.
    case fields([(key: String, value: LogValue)])

    /// The values by key; those of an inner dictionary under `outer.inner`.
    static func flatten(_ metadata: Logger.Metadata) -> [(key: String, value: LogValue)] {
        metadata.flatMap { key, value in
            if case .dictionary(let inner) = value {
                return flatten(inner).map { (key: key + "." + $0.key, value: $0.value) }
            }
            return [(key: key, value: LogValue(value))]
        }
    }

    init(_ value: Logger.MetadataValue) {
        switch value {
        case .string(let text): self = .text(text)
        case .stringConvertible(let value as Int): self = .integer(Int64(value))
        case .stringConvertible(let value as Int64): self = .integer(value)
        case .stringConvertible(let value as Double) where value.isFinite: self = .number(value)
        case .stringConvertible(let value as Bool): self = .boolean(value)
        case .stringConvertible(let value): self = .text(value.description)
        case .array(let values): self = .list(values.map(LogValue.init))
        case .dictionary(let inner): self = .fields(Self.flatten(inner).sorted { $0.key < $1.key })
        }
    }

    /// As JSON.
    var json: String {
        switch self {
        case .text(let text): LogEscaping.quoted(text)
        case .integer(let value): String(value)
        case .number(let value): String(value)
        case .boolean(let value): String(value)
        case .list(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
        case .fields(let fields):
            "{" + fields.map { LogEscaping.quoted($0.key) + ":" + $0.value.json }.joined(separator: ",") + "}"
        }
    }

    /// As one word of a text line, in quotes where it has several.
    var word: String {
        switch self {
        case .text(let text): LogEscaping.word(text)
        case .integer, .number, .boolean: json
        case .list(let values): "[" + values.map(\.word).joined(separator: ",") + "]"
        case .fields(let fields):
            "{" + fields.map { LogEscaping.word($0.key) + "=" + $0.value.word }.joined(separator: ",") + "}"
        }
    }
}
