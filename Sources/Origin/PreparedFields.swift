import NIOHTTP1
import Synchronization

/// The fields of the whole answer with one representation, made once a second rather than for each request.
final class PreparedFields: Sendable {
    private struct Made {
        let second: Int64
        let maxAge: Int
        let fields: HTTPHeaders
    }

    private let made = Mutex<Made?>(nil)

    /// - Parameters:
    ///   - second: of now, for `Date`.
    ///   - maxAge: for `Cache-Control`.
    func fields(second: Int64, maxAge: Int, make: () -> HTTPHeaders) -> HTTPHeaders {
        made.withLock { state in
            if let state, state.second == second, state.maxAge == maxAge { return state.fields }
            let fields = make()
            state = Made(second: second, maxAge: maxAge, fields: fields)
            return fields
        }
    }
}
