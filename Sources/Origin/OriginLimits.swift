import NIOCore

/// What the origin spends at most. What a connection may take is in `ConnectionLimits`.
enum OriginLimits {
    /// Bytes of files kept in memory: some hundred boards of three codings, and little beside the database.
    static let cacheBytes = 64_000_000
    /// How old what is known of a file may be: a tenth of a second more beside the seconds of an edition's way, and
    /// then a herd of viewers costs ten looks a second.
    static let recheck = Duration.milliseconds(100)
    /// Files above this are read while they are sent, and not kept. Editions are a hundredth of it.
    static let keptFileBytes = 4_000_000
    /// Bytes of a large file read at once: enough that reading does not slow a client, small beside many clients.
    static let chunkBytes = 65_536
    /// How often a file that was written into while it was read is read again. The publisher replaces files and never
    /// does that; whoever does is given up on soon.
    static let attempts = 3
    /// Bytes of the fields of one request, of which browsers send about a thousand.
    static let requestFieldsBytes = 16_384
    /// Fields of one request.
    static let requestFields = 100
    /// Bytes of a request's target with its query, which is ignored.
    static let targetBytes = 8_192
    /// Bytes of a request's body, which nothing here has a use for; as many are read and dropped.
    static let requestBodyBytes = 65_536
    /// Requests at the same time on one connection of HTTP/2: a page and all that it needs.
    static let streams = 100
    /// How long open requests may take when the server stops.
    static let grace = TimeAmount.seconds(10)
    /// How often the files of the certificate are looked at, at the most.
    static let certificateRecheck = TimeAmount.seconds(10)
    /// Connections that wait to be accepted.
    static let backlog: Int32 = 4_096
    /// Connections accepted in one go.
    static let acceptsAtOnce: UInt = 64
}
