package import Rankings

/// What is known of an action when it is submitted.
package struct ActionReport: Hashable, Sendable {
    /// When it began, by the clock of the server that began it.
    package let begun: Instant
    /// When the newest action of the same player and type was accepted on the list since this one began; nil where none
    /// was. The time before it was that one's.
    package let lastAccepted: Instant?
    /// When it was done, by the client's clock.
    package let done: Instant
    /// When it was received, by the clock of the server that judges it.
    package let received: Instant
    /// What the client says it is worth; nil where it says nothing.
    package let value: Int64?

    /// How far two clocks may be apart: machines that are kept by NTP differ by far less, phones by some seconds.
    package static let clockTolerance = Duration.seconds(30)

    package init(begun: Instant, lastAccepted: Instant? = nil, done: Instant, received: Instant, value: Int64?) {
        self.begun = begun
        self.lastAccepted = lastAccepted
        self.done = done
        self.received = received
        self.value = value
    }

    /// The time that was its own: since it began, or since the last one of its type was accepted, so that whoever
    /// begins many at once does not make one stretch of time count many times. By the servers' clocks; never negative,
    /// as the one that began it may be ahead.
    package var duration: Duration { max(received - max(begun, lastAccepted ?? begun), .zero) }
}
