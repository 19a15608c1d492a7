package import Rankings

/// An accepted action, as a recalculation reads it from the trail.
package struct TrailAction: Hashable, Sendable {
    package let type: String
    /// What the client said; nil where it said nothing.
    package let value: Int64?
    /// Its place among all that are read: a later one has a greater one.
    package let place: Int64
    package let at: Instant

    package init(type: String, value: Int64?, place: Int64, at: Instant) {
        self.type = type
        self.value = value
        self.place = place
        self.at = at
    }
}
