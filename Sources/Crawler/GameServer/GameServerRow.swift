import Rankings

/// One player in a ranking or border list. `userId` exceeds 2^53 and is kept as its digits.
struct GameServerRow: Decodable {
    let rank: Int
    let score: Int64
    let name: String?
    let userId: UpstreamNumber?

    func entry(at place: Int) throws(UpstreamError) -> Entry {
        guard let userId else { throw .malformed(".rankings[\(place)] lacks userId") }
        return try Entry(
            rank: rank, id: userId.text, name: name, score: score, place: ".rankings[\(place)].userId")
    }
}
