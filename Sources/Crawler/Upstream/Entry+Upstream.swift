import Rankings

extension Entry {
    /// Characters of a name that are kept: games allow far fewer.
    private static let nameLimit = 255

    /// An entry as an upstream shows it.
    ///
    /// - Parameters:
    ///   - id: the upstream's id of the player, as its digits or text.
    ///   - name: nil where the upstream shows none.
    ///   - place: of the row in the answer, for the error.
    /// - Throws: `UpstreamError.malformed` where the id is longer than one can be.
    init(rank: Int, id: String, name: String?, score: Int64, place: String) throws(UpstreamError) {
        let player = PlayerID(id)
        guard player.bytes.count <= PlayerID.limitBytes else {
            throw .malformed("\(place) is longer than \(PlayerID.limitBytes) bytes")
        }
        let kept = String(String.UnicodeScalarView((name ?? "").unicodeScalars.prefix(Self.nameLimit)))
        self.init(rank: rank, player: player, name: kept, score: score)
    }
}
