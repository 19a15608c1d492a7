import Foundation
import Synchronization

/// A game server with one account and one event, whose token changes with each answer.
final class AccountServer: Sendable {
    static let credential = "canary-credential-51c7"
    /// What its tokens begin with.
    static let tokens = "canary-session-"

    /// What tests change while it runs.
    final class State: Sendable {
        struct Values {
            var token = ""
            var made = 0
            var logins = 0
            /// Answers are no JSON, and repeat all that they were asked with.
            var echoes = false
            /// Rankings do not come.
            var hangs = false
        }

        let values = Mutex(Values())

        func isCurrent(_ token: String) -> Bool { values.withLock { $0.token == token } }

        func nextToken(isLogin: Bool) -> String {
            values.withLock { values in
                values.made += 1
                if isLogin { values.logins += 1 }
                values.token = "\(tokens)\(values.made)"
                return values.token
            }
        }
    }

    let state: State
    private let server: AnsweringServer

    var url: String { server.url }
    var requests: [AnsweringServer.Request] { server.requests }

    init() throws {
        let state = State()
        self.state = state
        server = try AnsweringServer { Self.answer($0, state) }
    }

    private static func answer(_ request: AnsweringServer.Request, _ state: State) -> AnsweringServer.Answer {
        if request.method == "PUT" {
            guard String(decoding: request.body, as: UTF8.self).contains(credential) else { return .init(status: 403) }
            return .init("{\"sessionToken\":\"\(state.nextToken(isLogin: true))\"}")
        }
        guard state.isCurrent(request.value(ofHeader: "X-Session-Token")) else { return .init(status: 403) }
        let token = state.nextToken(isLogin: false)
        let values = state.values.withLock { $0 }
        let score = values.made
        if values.hangs { sleep(60) }
        var answer: AnsweringServer.Answer =
            if values.echoes {
                .init("<p>\(request.headers.joined(separator: "\n")) \(credential) \(token)</p>")
            } else if request.path.contains("ranking-border") {
                .init(#"{"eventId":1,"isEventAggregate":false,"borderRankings":[{"rank":100,"score":\#(score)}]}"#)
            } else {
                .init(#"{"isEventAggregate":false,"rankings":[{"userId":7,"rank":1,"score":\#(score),"name":"A"}]}"#)
            }
        answer.headers["X-Session-Token"] = token
        return answer
    }
}
