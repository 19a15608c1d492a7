import HTTPTypes

/// Whose request it is, where proxies stand in front.
struct ClientAddress: Hashable, Sendable {
    /// How many proxies of our own a request comes through; 0 where clients connect themselves.
    let proxies: Int

    private static let forwardedFor = HTTPField.Name("X-Forwarded-For")

    /// Each proxy appends whom it got the request from, so the last ones are ours and what comes before is anybody's.
    /// A request with fewer of them came another way, and counts as its last proxy's.
    func text(peer: String, fields: HTTPFields) -> String {
        guard proxies > 0, let name = Self.forwardedFor else { return peer }
        let hops = fields[values: name].flatMap { $0.split(separator: ",") }
            .map { String($0.trimmingPrefix { $0 == " " }.prefix { $0 != " " }) }
        return hops.count >= proxies ? hops[hops.count - proxies] : peer
    }
}
