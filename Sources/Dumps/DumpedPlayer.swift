import Rankings

/// A row of `players.csv.gz`.
struct DumpedPlayer: Hashable, Sendable {
    let player: Pseudonym
    /// nil where the player was forgotten.
    let name: String?

    /// All rows; the row with the id n is the n-th.
    static func all(in folder: String) throws(DumpError) -> [DumpedPlayer] {
        let table = try TableReader(.players, in: folder)
        var players: [DumpedPlayer] = []
        while try table.next() {
            guard try table.count(0) == players.count + 1 else { throw table.malformed("ids must count from 1") }
            guard let player = Pseudonym(table.text(1)) else { throw table.malformed(1, "16 hexadecimal digits") }
            let name = try table.flag(3) ? nil : table.text(2)
            players.append(DumpedPlayer(player: player, name: name))
        }
        return players
    }
}
