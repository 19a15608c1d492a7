import NIOCore

/// What the origin spends at most.
enum OriginLimits {
    /// Bytes of files kept in memory: some hundred boards of three codings, and little beside the database.
    static let cacheBytes = 64_000_000
    /// Files above this are read while they are sent, and not kept. Editions are a hundredth of it.
    static let keptFileBytes = 4_000_000
    /// Bytes of a large file read at once: enough that reading does not slow a client, small beside many clients.
    static let chunkBytes = 65_536
    /// How often a file that was written into while it was read is read again. The publisher replaces files and never
    /// does that; whoever does is given up on soon.
    static let attempts = 3
    /// Connections at the same time: below the 1,024 descriptors that Debian grants a process, with room for files.
    static let connections = 800
    /// A connection on which nothing happens for so long is closed. CDNs keep theirs for up to a minute.
    static let idleTimeout = TimeAmount.seconds(75)
    /// Bytes of the fields of one request, of which browsers send about a thousand.
    static let requestFieldsBytes = 16_384
    /// Fields of one request.
    static let requestFields = 100
}
