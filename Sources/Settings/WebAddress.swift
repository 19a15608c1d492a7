import FoundationEssentials

/// Addresses of web servers.
enum WebAddress {
    /// The address without a final slash.
    static func normalized(_ text: String, advice: String) throws(Complaint) -> String {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased() else {
            throw .wrongType("is \(Complaint.shown(text)), no address", advice)
        }
        guard parts.user == nil, parts.password == nil else {
            // Not shown: it may hold a password.
            throw Complaint(kind: .plainSecret, wrong: "holds a user or password", right: advice)
        }
        guard ["http", "https"].contains(scheme) else {
            throw .outOfRange("has the scheme \(Complaint.shown(scheme))", advice)
        }
        guard let host = parts.host, !host.isEmpty else { throw .outOfRange("has no host", advice) }
        guard parts.port.map({ (1...65_535).contains($0) }) ?? true else {
            throw .outOfRange("has a port that is none", advice)
        }
        guard parts.query == nil, parts.fragment == nil else {
            throw .outOfRange("has a query or fragment", advice)
        }
        var address = text[...]
        while address.hasSuffix("/") { address.removeLast() }
        return String(address)
    }

    /// Whether it is the address of something on the web; it may have a query, as secrets have.
    static func isWeb(_ address: String) -> Bool {
        guard let parts = URLComponents(string: address), let host = parts.host, !host.isEmpty else { return false }
        return ["http", "https"].contains(parts.scheme?.lowercased())
    }

    /// The address as browsers name it as an origin: in small letters, and without the port that is usual; nil where it
    /// has a path.
    static func origin(of address: String) -> String? {
        guard let parts = URLComponents(string: address), parts.path.isEmpty, let scheme = parts.scheme?.lowercased(),
            let host = parts.host?.lowercased()
        else { return nil }
        let usualPort = scheme == "https" ? 443 : 80
        let port = parts.port.flatMap { $0 == usualPort ? nil : ":\($0)" } ?? ""
        return "\(scheme)://\(host)\(port)"
    }
}
