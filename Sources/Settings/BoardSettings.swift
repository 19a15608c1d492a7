package import Rankings

/// A board that the configuration describes.
package struct BoardSettings: Hashable, Sendable {
    package var name: String
    /// nil: the adapter's word for it, else the name.
    package var title: String?
    /// Whether scores never fall; nil: as the adapter knows.
    package var isMonotone: Bool?
    /// Parts of a point that scores are counted in.
    package var scale = 1
    /// Its own times within an event, a chapter's, say; nil: those of the event.
    package var times: EventTimes?
}
