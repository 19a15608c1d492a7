import Rankings

/// One player in a ranking or border list. `userId` exceeds 2^53 and is kept as its digits.
struct GameServerRow: Decodable {
    /// Characters of a name that are kept: games allow far fewer.
    private static let nameLimit = 255

    let rank: Int
    let score: Int64
    let name: String?
    let userId: UpstreamNumber?

    func entry(at place: Int) throws(UpstreamError) -> Entry {
        guard let userId else { throw .malformed(".rankings[\(place)] lacks userId") }
        let player = PlayerID(userId.text)
        guard player.bytes.count <= PlayerID.limitBytes else {
            throw .malformed(".rankings[\(place)].userId is longer than \(PlayerID.limitBytes) bytes")
        }
        let kept = String(String.UnicodeScalarView((name ?? "").unicodeScalars.prefix(Self.nameLimit)))
        return Entry(rank: rank, player: player, name: kept, score: score)
    }
}
