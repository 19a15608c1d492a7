/// Spans of time in words such as `5d7h`.
package enum SpanText {
    /// A hundred years; longer spans are refused, so that no arithmetic on instants can overflow.
    private static let limitSeconds: Int64 = 100 * 366 * 86_400

    /// Reads whole numbers with the units `d`, `h`, `m` and `s`, each at most once and from long to short.
    ///
    /// - Throws: `badTime` with what would be right.
    package static func duration(_ text: String) throws(SimulatedGameError) -> Duration {
        let units: [(letter: Character, seconds: Int64)] = [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)]
        var rest = text[...]
        var total: Int64 = 0
        for unit in units {
            guard let end = rest.firstIndex(of: unit.letter) else { continue }
            guard let number = Int64(rest[..<end]), (0...limitSeconds).contains(number) else { throw bad(text) }
            total += number * unit.seconds
            rest = rest[rest.index(after: end)...]
        }
        guard rest.isEmpty, !text.isEmpty, total <= limitSeconds else { throw bad(text) }
        return .seconds(total)
    }

    private static func bad(_ text: String) -> SimulatedGameError {
        SimulatedGameError(.badTime, item: "span \(text)", problem: "must be like 5d7h, 12h or 30m")
    }
}
