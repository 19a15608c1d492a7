/// What is told to everybody who watches a board, written once for all of them.
struct LiveMessage: Hashable, Sendable {
    enum Kind: String, Hashable, Sendable {
        /// The best of the list: whatever was known before is to be forgotten.
        case snapshot
        /// The next change.
        case change
        /// A change that nobody sees: its number alone.
        case pass
        /// Which entry is that of whoever watches; theirs alone, and no part of the order.
        case me
        /// Nothing: the stream still runs.
        case beat
    }

    let kind: Kind
    /// After it.
    let position: LivePosition
    /// A JSON object on one line; empty for a beat.
    let json: String

    static func beat(at position: LivePosition) -> LiveMessage {
        LiveMessage(kind: .beat, position: position, json: "")
    }

    /// In the form of Server-Sent Events, where a line that begins with a colon is a comment.
    var event: String {
        switch kind {
        case .beat: ":\n\n"
        case .me: "event: \(kind.rawValue)\ndata: \(json)\n\n"
        case .snapshot, .change, .pass: "id: \(position)\nevent: \(kind.rawValue)\ndata: \(json)\n\n"
        }
    }
}
