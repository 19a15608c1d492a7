package import Rankings

/// An event that the configuration lists.
package struct EventSettings: Hashable, Sendable {
    /// The upstream's id of it.
    package var id: String
    package var name: String
    package var kind: String
    package var times: EventTimes
    /// Empty: those that every event has.
    package var boards: [BoardSettings]
}
