/// Whose limits count beside the user's own.
enum Sender: Hashable, Sendable {
    /// A player's own program, with the address it has.
    case player(address: String)
    /// One of the servers that submit for players, by the id of its key.
    case server(id: String)
}
