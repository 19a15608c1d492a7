import Foundation
import HTTPTypes

/// The calls of the API, as `/api/openapi.json` describes them.
enum Route: Hashable, Sendable {
    case beginAction
    case updateScore
    case proof(action: String)
    case top
    case live
    case history(user: String)
    case document

    /// Of a path as OpenAPI writes it; the methods it knows.
    static let table: [(path: String, method: HTTPRequest.Method)] = [
        ("/api/v1/actions", .post),
        ("/api/v1/score/update", .post),
        ("/api/v1/actions/{id}/proof", .put),
        ("/api/v1/scoreboard/top", .get),
        ("/api/v1/scoreboard/live", .get),
        ("/api/v1/users/{id}/history", .get),
        ("/api/openapi.json", .get),
    ]

    /// - Throws: `APIError` for a path that is not there, and a method it does not know.
    init(method: HTTPRequest.Method, path: String) throws {
        let known: (route: Route, method: HTTPRequest.Method)
        switch path {
        case "/api/v1/actions": known = (.beginAction, .post)
        case "/api/v1/score/update": known = (.updateScore, .post)
        case "/api/v1/scoreboard/top": known = (.top, .get)
        case "/api/v1/scoreboard/live": known = (.live, .get)
        case "/api/openapi.json": known = (.document, .get)
        default:
            if let user = Self.part(of: path, between: "/api/v1/users/", "/history") {
                known = (.history(user: user), .get)
            } else if let action = Self.part(of: path, between: "/api/v1/actions/", "/proof") {
                known = (.proof(action: action), .put)
            } else {
                throw APIError.notFound
            }
        }
        let allowed: [HTTPRequest.Method] = known.method == .get ? [.get, .head] : [known.method]
        guard allowed.contains(method) else {
            throw APIError(
                status: .methodNotAllowed, code: "method_not_allowed",
                message: "this path knows \(allowed.map(\.rawValue).joined(separator: " and "))", allowed: allowed)
        }
        self = known.route
    }

    /// The one part of a path that is not known before; nil where it is another path.
    private static func part(of path: String, between head: String, _ tail: String) -> String? {
        guard path.hasPrefix(head), path.hasSuffix(tail), path.utf8.count > head.utf8.count + tail.utf8.count else {
            return nil
        }
        let part = path.dropFirst(head.count).dropLast(tail.count)
        return part.contains("/") ? nil : String(part).removingPercentEncoding
    }
}
