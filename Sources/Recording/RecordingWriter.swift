import Rankings

/// Writes recorded boards as the two tables `events.csv` and `borders.csv`. The same boards give the same bytes.
package enum RecordingWriter {
    /// `game,event,kind,board,starts_at,ends_at`, times in seconds since 1970, in the order given.
    package static func events(_ boards: [RecordedBoard]) -> [UInt8] {
        let lines = boards.map { board in
            [
                board.game, board.event, board.kind, board.board, String(board.starts.unixSeconds),
                String(board.ends.unixSeconds),
            ].joined(separator: ",")
        }
        return table(header: RecordingReader.eventColumns, lines: lines)
    }

    /// `game,event,board,rank,at,score`, in the order given.
    package static func borders(_ boards: [RecordedBoard]) -> [UInt8] {
        let lines = boards.flatMap { board in
            board.observations.map { "\(board.game),\(board.event),\(board.board),\($0.rank),\($0.at),\($0.score)" }
        }
        return table(header: RecordingReader.borderColumns, lines: lines)
    }

    private static func table(header: [String], lines: [String]) -> [UInt8] {
        Array(([header.joined(separator: ",")] + lines).joined(separator: "\n").utf8) + [UInt8(ascii: "\n")]
    }
}
