package import Rankings

/// When a whole board is kept instead of its changes: with the first accepted reading of every hour, so that any
/// standing is one frame and at most an hour of changes.
package enum KeyFrame {
    /// - Parameter last: the slot of the newest frame; nil before the first.
    package static func isDue(at slot: Slot, last: Slot?) -> Bool {
        guard let last else { return true }
        return last.hour < slot.hour
    }
}
