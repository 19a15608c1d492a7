import NIOCore
import NIOHTTP1
import Synchronization

/// The heads of the answers with one representation, made once a second rather than for each request.
final class PreparedHeads: Sendable {
    /// Of an answer with all of it, and of one that says the client has it already.
    struct Heads: Sendable {
        let whole: AnswerHead
        let notModified: AnswerHead
    }

    private struct Made {
        let second: Int64
        let maxAge: Int
        let heads: Heads
    }

    private let made = Mutex<Made?>(nil)

    /// - Parameters:
    ///   - second: of now, for `Date`.
    ///   - maxAge: for `Cache-Control`.
    ///   - fields: of the whole answer.
    func heads(second: Int64, maxAge: Int, fields: () -> HTTPHeaders) -> Heads {
        made.withLock { state in
            if let state, state.second == second, state.maxAge == maxAge { return state.heads }
            let whole = fields()
            var kept = whole
            for name in [FieldName.contentLength, FieldName.contentEncoding, FieldName.contentType] {
                kept.remove(name: name)
            }
            let heads = Heads(
                whole: AnswerHead(status: .ok, fields: whole),
                notModified: AnswerHead(status: .notModified, fields: kept))
            state = Made(second: second, maxAge: maxAge, heads: heads)
            return heads
        }
    }
}
