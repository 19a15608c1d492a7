import Rankings

/// Which part of which list is asked for.
struct ListQuestion: Hashable, Sendable {
    let board: String
    let limit: Int
    /// Nil asks for the best.
    let around: Pseudonym?
}
