/// What went wrong while publishing.
package struct PublisherError: Error, CustomStringConvertible {
    /// What kind of thing went wrong; bounded, so that it can label a metric.
    package enum Kind: String, Sendable {
        /// A template or an asset is missing or broken; nothing was published.
        case template
        /// A file could not be written, moved or read. The files published before are whole.
        case storage
        /// The disk or a quota is full. The files published before are whole.
        case full
        /// A path that would leave the output folder, or is not one that servers can map.
        case path
        /// A published file that is read again is not of the form it was written in.
        case document
        /// A picture could not be drawn.
        case drawing
        /// Compression failed.
        case compression
    }

    package let kind: Kind
    /// The file or template it is about, with a line where there is one; never its content.
    package let item: String
    /// What is wrong, in a few words.
    package let problem: String
    package let underlying: (any Error)?

    package init(_ kind: Kind, item: String, problem: String, underlying: (any Error)? = nil) {
        self.kind = kind
        self.item = item
        self.problem = problem
        self.underlying = underlying
    }

    /// The item and the problem; never content.
    package var description: String { "\(item): \(problem)" }
}
