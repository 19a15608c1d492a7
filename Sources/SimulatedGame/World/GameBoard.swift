/// One ranked list of an event.
package enum GameBoard: Hashable, Sendable {
    case main
    case chapter(GameChapter)

    /// `main`, `chapter-7` or `chapter-finale`.
    package var name: String {
        switch self {
        case .main: "main"
        case .chapter(let chapter): chapter.boardName
        }
    }

    /// 0 for the whole event, else the chapter's number.
    package var number: Int {
        switch self {
        case .main: 0
        case .chapter(let chapter): chapter.number
        }
    }
}
