/// What the origin serves and where it listens.
package struct OriginConfiguration: Hashable, Sendable {
    /// The directory that is served, absolute. It need not exist yet.
    package var root: String
    /// A host name or address.
    package var host: String
    /// 0 lets the system choose a free one.
    package var port: Int

    package init(root: String, host: String, port: Int) {
        self.root = root
        self.host = host
        self.port = port
    }
}
