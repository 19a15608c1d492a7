import Rankings

/// The name of one dump of an event: its last minute and the beginning of a hash of all its files, so that other bytes
/// always have another name. `20261121-0317-3f9a1c2b` of an event that runs, `final-3f9a1c2b` of one that is over.
package struct DumpName: Hashable, Sendable, CustomStringConvertible {
    private static let final = "final"
    private static let hashDigits = 8

    package let description: String

    /// - Parameters:
    ///   - through: the newest minute; nil where there is none.
    ///   - hash: in hexadecimal, of the file of checksums.
    init(through: Slot?, isComplete: Bool, hash: String) {
        let start = isComplete ? Self.final : Self.minute(through ?? Slot(unixMinute: 0))
        description = "\(start)-\(hash.prefix(Self.hashDigits))"
    }

    /// nil where the text is no such name.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let hash = parts.last, hash.utf8.count == Self.hashDigits, hash.utf8.allSatisfy(Self.isHexadecimal) else {
            return nil
        }
        let isMinute =
            parts.count == 3 && parts[0].utf8.count == 8 && parts[1].utf8.count == 4
            && (parts[0] + parts[1]).utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isMinute || (parts.count == 2 && parts[0] == Self.final) else { return nil }
        description = text
    }

    /// Nothing comes any more.
    package var isComplete: Bool { description.hasPrefix(Self.final) }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }

    private static func minute(_ slot: Slot) -> String {
        let digits = slot.description.filter(\.isNumber)
        return "\(digits.prefix(8))-\(digits.dropFirst(8).prefix(4))"
    }
}
