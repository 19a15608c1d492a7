/// What is published in place of a player's id: 64 bits, different for each game, shown as 16 hexadecimal digits.
package struct Pseudonym: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let value: UInt64
    package init(value: UInt64) { self.value = value }

    /// - Parameter digits: as `description` has them; nil where they are other than 16 hexadecimal digits.
    package init?(_ digits: some StringProtocol) {
        guard digits.utf8.count == 16, digits.allSatisfy(\.isHexDigit), let value = UInt64(digits, radix: 16) else {
            return nil
        }
        self.value = value
    }

    package var description: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}
