package import Rankings

/// The changes of one border within one hour, as the store keeps them: one row in place of up to 60.
///
/// Each change takes nine bytes, so that SQL finds them by place: the minute of the hour, plus 64 where the upstream
/// shows the rank no more, then the score, big-endian. A border that is gone keeps the score it had.
package struct BorderHour: Hashable, Sendable {
    /// One change.
    package struct Change: Hashable, Sendable {
        package let slot: Slot
        /// nil where the upstream shows the rank no more.
        package let score: Int64?
    }

    /// Bytes of a change.
    package static let width = 9
    /// What is added to the minute of a border that is gone.
    private static let goneMark: UInt8 = 64

    package private(set) var bytes: [UInt8]

    /// Bytes as they were kept; whether they can be read shows when they are.
    package init(bytes: [UInt8] = []) { self.bytes = bytes }

    /// Adds a change at a slot of the hour, after those that are there.
    package mutating func append(_ border: SeriesChanges.Border, at slot: Slot) {
        bytes.append(UInt8(slot - slot.hour) | (border.isGone ? Self.goneMark : 0))
        withUnsafeBytes(of: border.score.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// The changes, oldest first.
    ///
    /// - Parameter hour: the first slot of the hour.
    package func changes(of hour: Slot) throws(DamagedDelta) -> [Change] {
        guard bytes.count.isMultiple(of: Self.width) else {
            throw DamagedDelta("an hour of a border has \(bytes.count) bytes")
        }
        var changes: [Change] = []
        changes.reserveCapacity(bytes.count / Self.width)
        var previous = -1
        for start in stride(from: 0, to: bytes.count, by: Self.width) {
            let minute = Int(bytes[start] & ~Self.goneMark)
            guard minute > previous, minute < 60 else { throw DamagedDelta("minutes of a border are out of order") }
            previous = minute
            var score: UInt64 = 0
            for byte in bytes[(start + 1)..<(start + Self.width)] { score = score << 8 | UInt64(byte) }
            let isGone = bytes[start] & Self.goneMark != 0
            changes.append(Change(slot: hour + minute, score: isGone ? nil : Int64(bitPattern: score)))
        }
        return changes
    }
}
