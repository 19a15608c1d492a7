import Rankings

/// `accuracy/<game>/index.json`: what became of the forecasts of a game's boards, misses included.
struct AccuracyDocument {
    static let version = 1

    let game: GameID
    /// The one that ended last first.
    let boards: [ScoredBoard]

    var bytes: [UInt8] {
        JSONWriter.document(capacity: Self.expectedBytes * (boards.count + 1)) { writer in
            writer.field("v", Self.version)
            writer.field("game", game.rawValue)
            writer.arrayField("boards") { writer in
                for board in boards { write(board, to: &writer) }
            }
        }
    }

    private func write(_ board: ScoredBoard, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("board", board.board.description)
            writer.field("ends", board.ends.unixSeconds)
            writer.arrayField("leads") { writer in
                for score in board.scores { write(score, to: &writer) }
            }
        }
    }

    private func write(_ score: ForecastScore, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("hours", score.leadHours)
            writer.field("model", score.model)
            writer.field("borders", score.borders)
            writer.field("error_ppm", score.borders == 0 ? nil : score.error)
            writer.field("persistence_error_ppm", score.persistenceError)
            writer.field("linear_error_ppm", score.linearError)
            writer.field("in50", score.inHalf)
            writer.field("in80", score.inFourFifths)
            writer.field("in90", score.inNineTenths)
        }
    }

    /// A board with seven leads, in bytes.
    private static let expectedBytes = 1_200
}
