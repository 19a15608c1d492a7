/// What was found of a published file when it was last looked at.
struct KnownFile: Sendable {
    /// Of the plain file, which is always there, and of its siblings.
    let stamps: CodingTable<FileStamp>
    /// The codings it can be sent in. A compressed table is sent as what it is, whatever codings the client takes: it
    /// was asked for by its name.
    let available: Set<ContentCoding>
    let isTable: Bool
    let policy: CachePolicy
    /// Those that were read, of just these stamps.
    private(set) var kept = CodingTable<Representation>()
    /// When the stamps were looked at, in nanoseconds of a clock that never goes back.
    let checkedAt: UInt64
    /// Of what is kept, with an allowance for its bookkeeping.
    private(set) var bytes = Self.overheadBytes

    /// Bytes of a file's path, stamps and fields, added to those of its content.
    static let overheadBytes = 1_000

    /// - Parameters:
    ///   - path: below the root.
    ///   - earlier: what was known of it before; what did not change since stays kept.
    init(_ path: String, stamps: CodingTable<FileStamp>, checkedAt: UInt64, earlier: KnownFile?) {
        self.stamps = stamps
        isTable = earlier?.isTable ?? RequestedPath.isTable(path)
        policy = earlier?.policy ?? .present(path)
        available = isTable ? [.identity] : stamps.codings
        self.checkedAt = checkedAt
        for coding in ContentCoding.allCases {
            if let representation = earlier?.kept[coding] { keep(representation, coding) }
        }
    }

    /// Keeps what was read; left out where the file has become another one since.
    mutating func keep(_ representation: Representation, _ coding: ContentCoding) {
        guard stamps[coding] == representation.stamp, kept[coding] == nil else { return }
        kept[coding] = representation
        bytes += representation.stamp.size + Self.overheadBytes
    }
}
