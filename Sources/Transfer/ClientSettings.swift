/// What all transfers of a client have in common.
struct ClientSettings: Sendable {
    let maximumConnections: Int
    let maximumPerHost: Int
    let userAgent: String
    /// PEM certificates to trust in place of the system's.
    let authorityFile: String?
}
