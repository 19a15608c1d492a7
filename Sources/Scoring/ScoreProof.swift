/// A replay that proves an action: what it is, without its bytes.
package struct ScoreProof: Hashable, Sendable {
    /// The action's 16 bytes.
    package let action: [UInt8]
    /// SHA-256 of the replay, 32 bytes.
    package let hash: [UInt8]
    /// Bytes of the replay.
    package let size: Int
    /// Its media type, ASCII, at most 100 characters.
    package let type: String

    package init(action: [UInt8], hash: [UInt8], size: Int, type: String) {
        self.action = action
        self.hash = hash
        self.size = size
        self.type = type
    }
}
