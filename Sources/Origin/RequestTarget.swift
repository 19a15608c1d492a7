/// The first line's middle word, RFC 9112, 3.2.
enum RequestTarget: Equatable {
    /// The path, as it was sent; a query is left out. Of an absolute address only the path counts: the origin has one
    /// site, whatever it is called.
    case path(String)
    /// `*`: the server as a whole.
    case server
    /// Neither: an authority, say, which only a proxy is asked for.
    case malformed

    init(_ text: String) {
        if text == "*" {
            self = .server
        } else if text.hasPrefix("/") {
            self = .path(Self.withoutQuery(text[...]))
        } else if let rest = Self.afterScheme(text) {
            let path = rest.drop { $0 != "/" && $0 != "?" }
            self = .path(path.hasPrefix("/") ? Self.withoutQuery(path) : "/")
        } else {
            self = .malformed
        }
    }

    /// From the authority on; nil where no scheme of the web comes first.
    private static func afterScheme(_ text: String) -> Substring? {
        for scheme in ["http://", "https://"] where text.prefix(scheme.count).lowercased() == scheme {
            let rest = text.dropFirst(scheme.count)
            return rest.isEmpty || rest.hasPrefix("/") ? nil : rest
        }
        return nil
    }

    private static func withoutQuery(_ text: Substring) -> String {
        guard let query = text.utf8.firstIndex(of: UInt8(ascii: "?")) else { return String(text) }
        return String(text[..<query])
    }
}
