import HTTPTypes
import Hummingbird

/// Which pages of other origins may use the API: their browsers ask, by CORS.
package struct OriginList: Hashable, Sendable {
    /// How long browsers keep an answer to their question.
    private static let preflightSeconds = 600

    private let origins: Set<String>

    /// - Parameter origins: such as `https://game.example`, without a final slash.
    package init(_ origins: [String]) { self.origins = Set(origins) }

    /// Whether whoever asks may watch: programs, pages of this host, and pages of a listed origin.
    func admits(_ request: Request) -> Bool {
        guard let origin = request.headers[.origin] else { return true }
        let host = request.head.authority.map { "://\($0)" }
        return origins.contains(origin) || host.map(origin.hasSuffix) ?? false
    }

    /// The answer to a browser that asks before it sends a request of a page; nil for any other request.
    func preflight(_ request: Request) throws -> Response? {
        guard request.method == .options, request.headers[.accessControlRequestMethod] != nil else { return nil }
        guard let origin = request.headers[.origin], origins.contains(origin) else { throw APIError.foreignOrigin }
        var headers: HTTPFields = [
            .accessControlAllowMethods: "GET, POST, PUT", .accessControlAllowHeaders: "Authorization, Content-Type",
            .accessControlMaxAge: "\(Self.preflightSeconds)",
        ]
        allow(request, in: &headers)
        return Response(status: .noContent, headers: headers)
    }

    /// Lets pages of a listed origin read the answer. Caches keep answers for each origin apart.
    func allow(_ request: Request, in headers: inout HTTPFields) {
        guard !origins.isEmpty else { return }
        headers[.vary] = "Origin"
        guard let origin = request.headers[.origin], origins.contains(origin) else { return }
        headers[.accessControlAllowOrigin] = origin
        headers[.accessControlExposeHeaders] = "Retry-After"
    }
}
