import Rankings

/// `names/<hash>.json`: the names of players who are or were on a board, by pseudonym. The only JSON with names in it.
/// Players who were forgotten are left out.
struct NamesDocument: Sendable {
    static let version = 1

    /// Named by the hash of `bytes`.
    let hash: String
    let bytes: [UInt8]

    init(standing: Standing) {
        let named = standing.entries.compactMap { entry in entry.name.map { (entry.player, $0) } }
        self.init(names: Dictionary(named) { first, _ in first })
    }

    init(names: [Pseudonym: String]) {
        bytes = JSONWriter.document(capacity: names.count * Self.bytesPerEntry) { writer in
            writer.field("v", Self.version)
            writer.objectField("names") { writer in
                for (player, name) in names.sorted(by: { $0.key < $1.key }) { writer.field(player.description, name) }
            }
        }
        hash = ContentHash.of(bytes)
    }

    private static let bytesPerEntry = 60
}
