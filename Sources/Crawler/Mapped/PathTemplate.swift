import Rankings

/// The path of a request with placeholders for what differs between requests: `/events/{event}/border/{rank}`.
package struct PathTemplate: Hashable, Sendable {
    private let text: String

    package init(_ text: String) { self.text = text }

    /// Whether there is one request for each rank.
    var isForOneRank: Bool { text.contains("{rank}") }

    /// - Parameters:
    ///   - ranks: for `{ranks}`, with commas between them.
    ///   - rank: for `{rank}`.
    func path(event: String, ranks: [Int], rank: Int?, at slot: Slot) -> String {
        let values = [
            "event": Self.encoded(event), "ranks": ranks.map(String.init).joined(separator: ","),
            "rank": rank.map(String.init) ?? "", "unix": String(slot.unixSeconds),
            "unix_ms": String(slot.unixSeconds * 1000), "rfc3339": slot.start.description,
        ]
        var path = text
        for (name, value) in values { path = path.replacing("{\(name)}", with: value) }
        return path
    }

    /// All but the unreserved characters of RFC 3986 as `%XX`.
    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { encoded, byte in
            let character = Character(Unicode.Scalar(byte))
            if byte < 0x80, character.isLetter || character.isNumber || "-._~".contains(character) {
                encoded.append(character)
            } else {
                encoded += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }
}
