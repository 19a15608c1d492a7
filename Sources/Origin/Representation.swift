import NIOCore

/// One coding of one version of a file.
struct Representation: Sendable {
    enum Content: Sendable {
        case whole(ByteBuffer)
        /// Too large to keep: read while it is sent.
        case open(OpenFile)
    }

    let stamp: FileStamp
    let content: Content
    /// What identifies the bytes, without quotes and coding.
    let tag: String
    let prepared = PreparedHeads()
}
