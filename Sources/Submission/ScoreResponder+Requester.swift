import HTTPTypes
import Hummingbird
import Scoring

extension ScoreResponder {
    /// Who asks: a player by their token, or a server that signs for one.
    func requester(of request: Request, _ context: ScoreRequestContext) async throws -> Requester {
        guard request.headers[RequestSignature.inputField] != nil else {
            let address = address.text(peer: context.peer, fields: request.headers)
            return Requester(user: try user(of: request), sender: .player(address: address), digest: nil)
        }
        let now = submissions.now()
        do {
            let (requester, signature) = try servers.verify(request.head, now: now)
            guard try await submissions.isFirst(signature, at: now) else { throw SignatureRefusal.usedNonce }
            return requester
        } catch let refusal as SignatureRefusal {
            throw APIError.unsigned(refusal)
        }
    }

    /// Whose token it is.
    func user(of request: Request) throws -> ScoreUser {
        let fields = request.headers[values: .authorization]
        guard let field = fields.first else { throw APIError.unauthorized(.missing) }
        let words = field.split(separator: " ")
        guard fields.count == 1, words.count == 2, words[0].lowercased() == "bearer" else {
            throw APIError.unauthorized(.malformed)
        }
        do {
            return try verifier.user(of: words[1], now: submissions.now())
        } catch {
            throw APIError.unauthorized(error)
        }
    }
}
