/// The media type of a file, by its ending.
package enum MediaType {
    private static let plainText = "text/plain; charset=utf-8"
    private static let byEnding: [String: String] = [
        "html": "text/html; charset=utf-8",
        "json": "application/json; charset=utf-8",
        "webmanifest": "application/manifest+json; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "css": "text/css; charset=utf-8",
        "svg": "image/svg+xml; charset=utf-8",
        "atom": "application/atom+xml; charset=utf-8",
        "xml": "application/xml; charset=utf-8",
        "ics": "text/calendar; charset=utf-8",
        "txt": plainText,
        "csv": "text/csv; charset=utf-8",
        "gz": "application/gzip",
        "py": "text/x-python; charset=utf-8",
        "sql": plainText,
        "ico": "image/x-icon",
        "png": "image/png",
        "jpg": "image/jpeg",
        "webp": "image/webp",
        "woff2": "font/woff2",
    ]

    /// Bytes without a meaning where the ending is unknown; with `nosniff` no browser makes more of them.
    package static func of(_ path: String) -> String {
        if path.hasSuffix("/sha256sums") { return plainText }
        return byEnding[ending(of: path)] ?? "application/octet-stream"
    }

    /// What follows the last dot of the last part; empty where there is none.
    package static func ending(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    }
}
