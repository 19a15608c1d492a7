package import Rankings

/// A line of the simulator's own log: what one ranking request was shown, for comparison with what a client made of it.
package enum ShownLine {
    /// One JSON object and a newline; nil for requests that ask for no ranking.
    ///
    /// `at` is simulated milliseconds. `boards` holds what could be read out of the answer, by board: rows of
    /// `[rank, "user", score, "name"]` for the top 100 and `[rank, score]` for borders.
    package static func bytes(_ request: GameRequest, _ answer: GameAnswer, at instant: Instant) -> [UInt8]? {
        guard let event = request.event else { return nil }
        var json = JSONText()
        json.raw("{\"at\":")
        json.integer(instant.unixMilliseconds)
        json.raw(",\"kind\":")
        json.string(request.kind)
        json.raw(",\"event\":")
        json.integer(Int64(event))
        json.raw(",\"status\":")
        json.integer(Int64(answer.status))
        json.raw(",\"fault\":")
        if let fault = answer.fault { json.string(fault.rawValue) } else { json.raw("null") }
        json.raw(",\"boards\":")
        json.list(answer.shown) { json, shown in
            json.raw("{\"board\":")
            json.string(shown.board.name)
            json.raw(",\"isAggregate\":")
            json.boolean(shown.isCounting)
            json.raw(",\"rows\":")
            json.list(shown.rows) { json, row in
                write(row, withPlayer: request == .top100(event: event), into: &json)
            }
            json.raw("}")
        }
        json.raw("}\n")
        return json.bytes
    }

    private static func write(_ row: RankedPlayer, withPlayer: Bool, into json: inout JSONText) {
        json.raw("[")
        json.integer(Int64(row.rank))
        if withPlayer {
            json.raw(",")
            json.string(String(row.player.userID))
        }
        json.raw(",")
        json.integer(row.score)
        if withPlayer {
            json.raw(",")
            json.string(row.name)
        }
        json.raw("]")
    }
}
