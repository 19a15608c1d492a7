/// One component of a published path.
package enum PathComponent {
    /// Longest component, in bytes: well under what file systems take.
    private static let limitBytes = 80

    /// Whether the text can be one: lower-case letters, digits, `-`, `_` and inner dots, a letter or digit first.
    package static func isSafe(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= limitBytes else { return false }
        return isPlain(first) && text.utf8.allSatisfy { isPlain($0) || "-_.".utf8.contains($0) }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
