/// One piece of Swift text.
struct Token: Equatable {
    enum Kind: Equatable {
        case word
        case number
        /// The text between two quotes or interpolations, quotes left out.
        case string
        case comment
        case documentation
        /// One character that is none of the above.
        case symbol
    }

    let kind: Kind
    let text: String
    /// Counted from 1.
    let line: Int
    /// Nothing lies between the token before and this one.
    let touchesPrevious: Bool

    var isComment: Bool { kind == .comment || kind == .documentation }

    func isSymbol(_ character: Character) -> Bool { kind == .symbol && text == String(character) }
    func isWord(_ word: String) -> Bool { kind == .word && text == word }
}
