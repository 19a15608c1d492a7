import HTTPTypes
import Hummingbird
import NIOCore
import Scoring
import Storage

extension ScoreResponder {
    /// Takes a replay of an accepted action. Whose it is is known before its bytes are read.
    func attachProof(to id: String, _ request: Request, by requester: Requester) async throws -> ScoreProof {
        guard let proofs else { throw APIError.noProofs }
        let user = requester.user
        guard let action = ActionID(id) else { throw APIError.malformed("the action's id is no UUID") }
        let type = (request.headers[.contentType]?.split(separator: ";").first ?? "").lowercased()
            .filter { $0 != " " }
        guard proofs.types.contains(type) else {
            throw APIError(
                status: .unsupportedMediaType, code: "unsupported_media_type",
                message: "a proof is of \(proofs.types.sorted().joined(separator: " or "))")
        }
        guard try await submissions.store.accepted(action.bytes, of: user.subject) != nil else {
            throw APIError.unknownAction
        }
        guard let place = proofs.places.take() else { throw APIError.tooManyProofs }
        defer { withExtendedLifetime(place) {} }
        let bytes = try await bytes(of: request, by: requester, limitBytes: proofs.limitBytes)
        guard !bytes.isEmpty else { throw APIError.malformed("the proof is empty") }
        return try await submissions.attach(bytes, type: type, to: action, by: user, proofs)
    }

    /// The whole body, which is what its requester signed where they did.
    func bytes(of request: Request, by requester: Requester, limitBytes: Int) async throws -> [UInt8] {
        var request = request
        do {
            let bytes = Array(try await request.collectBody(upTo: limitBytes).readableBytesView)
            try requester.digest?.check(bytes)
            return bytes
        } catch let refusal as SignatureRefusal {
            throw APIError.unsigned(refusal)
        } catch is NIOTooManyBytesError {
            throw APIError(
                status: .contentTooLarge, code: "body_too_large", message: "a body has at most \(limitBytes) bytes")
        } catch let error as CancellationError {
            throw error
        } catch {
            // Chunks that are none, or an end before the announced one.
            throw APIError.malformed("the body cannot be read")
        }
    }
}
