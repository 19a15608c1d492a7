import Crypto
import Hexadecimal

/// One step of the schema. Steps only go forward; one that was released never changes.
struct Migration: Hashable, Sendable {
    /// What statements alone cannot say, done after them. It may be interrupted anywhere and run again.
    enum Rewrite: String {
        case compactHistory
    }

    let number: Int
    let name: String
    let statements: [String]
    let rewrite: Rewrite?

    init(number: Int, name: String, statements: [String], rewrite: Rewrite? = nil) {
        self.number = number
        self.name = name
        self.statements = statements
        self.rewrite = rewrite
    }

    /// SHA-256 over the statements, in hexadecimal.
    var checksum: String {
        SHA256.hash(data: Array(statements.joined(separator: ";\n").utf8)).hexadecimal
    }

    /// All steps this program knows, by number.
    static let all: [Migration] = [
        .initial, .compactHistory, .views, .forgetting, .refusals, .series, .runs, .upstreams, .forecasts, .sinks,
        .scores, .moderation, .recalculation, .proofs, .webhooks,
    ]
}
