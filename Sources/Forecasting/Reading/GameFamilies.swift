import Rankings

/// Which games are regions of one title, found without their names: games that hold events of the same kind, and
/// those that share a kind with one of these.
struct GameFamilies: Sendable {
    private var familyOfGame: [GameID: Int] = [:]
    private var familyOfKind: [String: Int] = [:]
    private var nextFamily = 0

    /// Notes that the game held an event of the kind.
    mutating func note(_ game: GameID, held kind: String) {
        switch (familyOfGame[game], familyOfKind[kind]) {
        case (nil, nil):
            (familyOfGame[game], familyOfKind[kind]) = (nextFamily, nextFamily)
            nextFamily += 1
        case (let family?, nil): familyOfKind[kind] = family
        case (nil, let family?): familyOfGame[game] = family
        case (let kept?, let joined?):
            familyOfGame = familyOfGame.mapValues { $0 == joined ? kept : $0 }
            familyOfKind = familyOfKind.mapValues { $0 == joined ? kept : $0 }
        }
    }

    /// - Precondition: the game was noted.
    func family(of game: GameID) -> Int {
        guard let family = familyOfGame[game] else { preconditionFailure("a game that was noted has a family") }
        return family
    }
}
