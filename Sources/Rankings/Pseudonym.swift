/// What is published in place of a player's id: 64 bits, different for each game, shown as 16 hexadecimal digits.
package struct Pseudonym: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let value: UInt64
    package init(value: UInt64) { self.value = value }

    package var description: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}
