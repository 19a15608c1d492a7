package import Rankings

/// When a whole board is kept instead of its changes: with the first accepted reading of every span of ten minutes, so
/// that any standing is one frame and at most nine changes. Frames of an hour would save a ninth of the space, and take
/// up to twice as long for an edition, which needs four standings.
package enum KeyFrame {
    /// - Parameter last: the slot of the newest frame; nil before the first.
    package static func isDue(at slot: Slot, last: Slot?) -> Bool {
        guard let last else { return true }
        return last < span(of: slot)
    }

    /// The first slot of the span the slot is in.
    package static func span(of slot: Slot) -> Slot {
        Slot(unixMinute: slot.unixMinute.flooredDivision(by: minutes) * minutes)
    }

    /// Divides an hour, so that an hour begins with a whole board.
    private static let minutes: Int64 = 10
}
