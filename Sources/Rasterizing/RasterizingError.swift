/// Why a drawing could not be turned into pixels.
package struct RasterizingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Which step failed.
    package enum Kind: String, Sendable {
        /// The bytes are no drawing that is understood.
        case drawing
        /// There was no memory, or the size is none.
        case canvas
        /// The pixels could not be written.
        case encoding
    }

    package let kind: Kind
    /// The library's own words; nothing of the drawing's text.
    package let message: String

    package var description: String { "\(kind.rawValue) failed: \(message)" }
}
