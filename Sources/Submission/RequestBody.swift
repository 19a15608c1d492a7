import Foundation
import Rankings

/// Reads the bodies of requests.
enum RequestBody {
    /// What begins an action.
    struct Action: Decodable, Sendable {
        let board: String
        let action_type: String
    }

    /// What ends it.
    struct Update: Decodable, Sendable {
        let action_id: String
        let action_type: String
        let action_token: String
        /// Milliseconds since 1970.
        let timestamp: Int64
        let value: Int64?
    }

    /// Who watches: the first message of a WebSocket.
    struct Watcher: Decodable, Sendable {
        let token: String
    }

    /// Instants that clients may name: from 1970 to 9999.
    private static let instants: ClosedRange<Int64> = 0...253_402_300_799_999

    /// - Throws: `APIError` that names the field.
    static func read<Body: Decodable>(_ bytes: [UInt8], as type: Body.Type) throws -> Body {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw APIError.malformed(words(for: error))
        } catch {
            throw APIError.malformed("the body is no JSON")
        }
    }

    static func update(_ bytes: [UInt8]) throws -> ScoreUpdate {
        let body = try read(bytes, as: Update.self)
        guard let action = ActionID(body.action_id) else { throw APIError.malformed("action_id is no UUID") }
        guard instants.contains(body.timestamp) else {
            throw APIError.malformed("timestamp is no time in milliseconds since 1970")
        }
        return ScoreUpdate(
            action: action, type: body.action_type, token: body.action_token,
            done: Instant(unixMilliseconds: body.timestamp), value: body.value)
    }

    /// Names the field and no value.
    private static func words(for error: DecodingError) -> String {
        func field(_ path: [any CodingKey]) -> String { path.map(\.stringValue).joined(separator: ".") }
        switch error {
        case .keyNotFound(let key, _): return "\(key.stringValue) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return context.codingPath.isEmpty
                ? "the body is no JSON object" : "\(field(context.codingPath)) has another type"
        case .dataCorrupted(let context):
            return context.codingPath.isEmpty ? "the body is no JSON" : "\(field(context.codingPath)) has another type"
        @unknown default: return "the body is not as described in /api/openapi.json"
        }
    }
}
