package import Rankings

/// A line of the simulator's access log: that a request came, and what it was answered.
package enum AccessLine {
    /// One JSON object and a newline: `{"at":1779170400000,"path":"/api/event/1/ranking-border","status":200}`.
    package static func bytes(path: String, status: Int, at instant: Instant) -> [UInt8] {
        var json = JSONText()
        json.raw("{\"at\":")
        json.integer(instant.unixMilliseconds)
        json.raw(",\"path\":")
        json.string(path)
        json.raw(",\"status\":")
        json.integer(Int64(status))
        json.raw("}\n")
        return json.bytes
    }
}
