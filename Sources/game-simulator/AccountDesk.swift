import HTTPTypes
import Hummingbird
import NIOCore
import SimulatedGame

/// The account of a server that asks for a login, for one request after another.
actor AccountDesk {
    /// A login is some hundred bytes. 64 KiB.
    private static let loginLimitBytes = 65_536
    private static let token = HTTPField.Name("X-Session-Token")
    private static let appVersion = HTTPField.Name("X-App-Version")

    private var account: GameAccount

    init(account: GameAccount) { self.account = account }

    var document: [UInt8] { account.document }

    func endSession() { account.endSession() }

    func release(_ version: String) { account.release(version) }

    func logIn(_ request: Request) async throws -> GameAnswer {
        let body = try await request.body.collect(upTo: Self.loginLimitBytes)
        return account.logIn(Array(body.readableBytesView), with: Self.credentials(of: request))
    }

    /// nil where the request may be answered.
    func refusal(of request: Request) -> GameAnswer? { account.refusal(of: Self.credentials(of: request)) }

    func newToken() -> String { account.newToken() }

    private static func credentials(of request: Request) -> GameAccount.Credentials {
        GameAccount.Credentials(
            token: token.flatMap { request.headers[$0] }, appVersion: appVersion.flatMap { request.headers[$0] })
    }
}
