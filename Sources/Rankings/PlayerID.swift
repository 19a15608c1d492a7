/// An upstream's id of a player: opaque bytes, at most 64. It never leaves the store.
package struct PlayerID: Hashable, Sendable {
    package static let limitBytes = 64
    package let bytes: [UInt8]
    package init(bytes: [UInt8]) { self.bytes = bytes }
    package init(_ text: String) { bytes = Array(text.utf8) }
}
