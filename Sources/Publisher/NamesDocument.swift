import Rankings

/// `names/<hash>.json`: players who are or were on a board, and their names. The only JSON with names in it, and the
/// one in which `latest.json` finds its players. Those who were forgotten have no name.
struct NamesDocument: Sendable {
    static let version = 1

    /// Named by the hash of `bytes`.
    let hash: String
    let bytes: [UInt8]
    /// Each player once, by pseudonym: `latest.json` names them by their place here.
    let players: [Pseudonym]

    init(standing: Standing) {
        let named = standing.entries.compactMap { entry in entry.name.map { (entry.player, $0) } }
        self.init(
            players: Set(standing.entries.map(\.player)), names: Dictionary(named) { first, _ in first })
    }

    /// - Parameter names: of the players who have one.
    init(players: Set<Pseudonym>, names: [Pseudonym: String]) {
        let players = players.sorted()
        bytes = JSONWriter.document(capacity: players.count * Self.bytesPerPlayer) { writer in
            writer.field("v", Self.version)
            writer.arrayField("players") { writer in
                for player in players { writer.string(player.description) }
            }
            writer.arrayField("names") { writer in
                for player in players {
                    if let name = names[player] { writer.string(name) } else { writer.null() }
                }
            }
        }
        hash = ContentHash.of(bytes)
        self.players = players
    }

    private static let bytesPerPlayer = 60
}
