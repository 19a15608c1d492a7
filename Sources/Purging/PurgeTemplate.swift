package import Transfer

/// What a cache is sent for addresses that changed, with placeholders for them.
package struct PurgeTemplate: Sendable {
    /// A purge is a small request to a service nearby or a CDN's API.
    private static let timeLimit = Duration.seconds(20)
    private static let answerLimitBytes = 64 << 10
    /// Bytes a query takes as they are.
    private static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)

    private let method: String
    private let url: String
    private let headers: [Header]
    private let body: String?
    private let site: String?

    /// - Parameters:
    ///   - url: with `{url}`, `{path}` and `{encoded_url}`.
    ///   - body: with `{urls}` and the same; nil sends none.
    ///   - site: the public address without a final slash; needed by all placeholders but `{path}`.
    package init(method: String, url: String, headers: [Header], body: String?, site: String?) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.site = site
    }

    /// Whether one request can name several addresses.
    package var isBatched: Bool { body?.contains("{urls}") ?? false }

    /// Whether an answer says that the copies are gone. A cache that has none says 404 to `PURGE` as a rule.
    func isDone(_ status: Int) -> Bool { (200...299).contains(status) || (status == 404 && method == "PURGE") }

    /// The request for published paths; one path where it is not batched.
    func request(for paths: [String]) -> Request {
        let addresses = paths.map { (site ?? "") + $0 }
        let list = "[\(addresses.map { "\"\($0)\"" }.joined(separator: ","))]"
        func filled(_ template: String) -> String {
            template.replacing("{urls}", with: list)
                .replacing("{encoded_url}", with: Self.encoded(addresses.first ?? ""))
                .replacing("{url}", with: addresses.first ?? "")
                .replacing("{path}", with: paths.first ?? "")
        }
        return Request(
            url: filled(url), method: method, headers: headers, body: body.map { Array(filled($0).utf8) },
            limits: Limits(bodyBytes: Self.answerLimitBytes, total: Self.timeLimit, redirects: 0))
    }

    /// The paths readers ask for a published file by: an index page has two.
    static func paths(of file: String) -> [String] {
        let index = "index.html"
        guard file == index || file.hasSuffix("/" + index) else { return ["/" + file] }
        return ["/" + file.dropLast(index.count), "/" + file]
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            if unreserved.contains(byte) { return String(Unicode.Scalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" + digits : digits)
        }.joined()
    }
}
