/// What is shown in place of players' names, by the store's numbers of players.
struct NameMasks: Sendable {
    /// Nil is no name.
    let shown: [Int64: String?]

    /// - Parameter name: what the player is called; nil stays so: who was forgotten gets no name by a mask.
    func name(of player: Int64, called name: String?) -> String? {
        guard name != nil, let mask = shown[player] else { return name }
        return mask
    }
}
