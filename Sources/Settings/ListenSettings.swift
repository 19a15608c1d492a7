/// Where the origin listens.
package struct ListenSettings: Hashable, Sendable {
    /// A host name or address.
    package var host: String
    /// 0 lets the system choose a free one.
    package var port: Int
    /// With `key`; nil for plain HTTP.
    package var certificate: String?
    package var key: String?
}
