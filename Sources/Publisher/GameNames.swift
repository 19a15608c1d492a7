package import Rankings

/// What games are called on pages.
package struct GameNames: Hashable, Sendable {
    private let names: [GameID: String]

    /// - Parameter names: of the games that are configured.
    package init(_ names: [GameID: String] = [:]) { self.names = names }

    /// The name of a game; its id where it has none, as a game that is configured no more.
    package subscript(game: GameID) -> String {
        guard let name = names[game], !name.isEmpty else { return game.rawValue }
        return name
    }
}
