package import Rankings

/// A line of the simulator's own log: what one request was shown, for comparison with what a client made of it.
package enum ShownLine {
    /// One JSON object and a newline. `event` is null where the request asks for no ranking.
    ///
    /// `at` is simulated milliseconds, `attempt` counts the requests of the kind for the event in the minute,
    /// `delay` and `retry_after` are simulated seconds, where the answer is slow or asks for a pause. `boards` holds
    /// what could be read out of the answer, by board: rows of `[rank, "user", score, "name"]` for the top 100 and
    /// `[rank, score]` for borders.
    ///
    /// - Parameter world: which of several worlds was asked, from 1.
    package static func bytes(
        _ request: GameRequest, _ answer: GameAnswer, at instant: Instant, attempt: Int = 1, world: Int = 1
    ) -> [UInt8] {
        var json = JSONText()
        json.raw("{\"at\":")
        json.integer(instant.unixMilliseconds)
        json.raw(",\"world\":")
        json.integer(Int64(world))
        json.raw(",\"kind\":")
        json.string(request.kind)
        json.raw(",\"event\":")
        if let event = request.event { json.integer(Int64(event)) } else { json.raw("null") }
        json.raw(",\"attempt\":")
        json.integer(Int64(attempt))
        json.raw(",\"status\":")
        json.integer(Int64(answer.status))
        json.raw(",\"fault\":")
        if let fault = answer.fault { json.string(fault.rawValue) } else { json.raw("null") }
        if case .delayed(let delay) = answer.delivery {
            json.raw(",\"delay\":")
            json.integer(delay.components.seconds)
        }
        if let pause = answer.headers["Retry-After"].flatMap({ Int64($0) }) {
            json.raw(",\"retry_after\":")
            json.integer(pause)
        }
        json.raw(",\"boards\":")
        json.list(answer.shown) { json, shown in
            json.raw("{\"board\":")
            json.string(shown.board.name)
            json.raw(",\"isAggregate\":")
            json.boolean(shown.isCounting)
            json.raw(",\"rows\":")
            json.list(shown.rows) { json, row in
                write(row, withPlayer: request.kind == "top100", into: &json)
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
