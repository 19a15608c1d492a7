import Rankings

extension Event {
    /// Characters of a name and of a kind that are kept: what the store has room for.
    private static let nameLimit = 255
    private static let kindLimit = 64
    /// Bytes of an upstream's id.
    private static let idLimit = 64

    /// An event whose boards are those that all of its game's have.
    ///
    /// - Returns: nil where no such event can be kept, as below.
    init?(
        game: GameID, upstreamID: String, name: String, kind: String, times: EventTimes, boards: [StandardBoard]
    ) {
        self.init(game: game, upstreamID: upstreamID, name: name, kind: kind, times: times) { id in
            boards.map { $0.board(of: id, times: times) }
        }
    }

    /// An event as an upstream lists it, its texts cut to what can be kept.
    ///
    /// - Returns: nil where the times are out of order, as an upstream that has not settled them shows them, and where
    ///   the id cannot be a part of a path.
    init?(
        game: GameID, upstreamID: String, name: String, kind: String, times: EventTimes,
        boards: (EventID) -> [Board]
    ) {
        let name = Self.kept(name, Self.nameLimit)
        let lowercased = upstreamID.lowercased()
        let id = EventID(game: game, upstreamID: lowercased)
        // Its own id is a part of a path, too: of the upstream's.
        guard times.isInOrder, PathComponent.isSafe(lowercased), PathComponent.isSafe(id.rawValue),
            upstreamID.utf8.count <= Self.idLimit
        else { return nil }
        self.init(
            id: id, game: game, upstreamID: upstreamID, name: name, kind: Self.kept(kind, Self.kindLimit), times: times,
            boards: boards(id))
    }

    private static func kept(_ text: String, _ limit: Int) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
    }
}
