import Rankings

/// `names/<hash>.json`: the names of the players on a board, by pseudonym. The only JSON with names in it.
/// Players who were forgotten are left out.
struct NamesDocument: Sendable {
    static let version = 1

    /// Named by the hash of `bytes`.
    let hash: String
    let bytes: [UInt8]

    init(standing: Standing) {
        let entries = standing.entries.sorted { $0.player < $1.player }
        bytes = JSONWriter.document(capacity: entries.count * Self.bytesPerEntry) { writer in
            writer.field("v", Self.version)
            writer.objectField("names") { writer in
                for entry in entries {
                    if let name = entry.name { writer.field(entry.player.description, name) }
                }
            }
        }
        hash = ContentHash.of(bytes)
    }

    private static let bytesPerEntry = 60
}
