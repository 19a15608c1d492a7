import Foundation
import Rankings
import Storage

/// What a command says where it is asked for players that are kept no more.
struct RemovedPlayersNote {
    let text: String

    /// Nil where the board has its players.
    init?(_ stored: StoredBoard) {
        guard let prunedAt = stored.prunedAt else { return nil }
        text =
            "the players of \(stored.board.id) were removed on \(prunedAt), see games[].keep_players; borders are kept"
    }

    /// Tells it beside the answer.
    func write() { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
}
