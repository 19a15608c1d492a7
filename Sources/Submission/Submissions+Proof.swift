import Crypto
import Logging
import Scoring
import Storage

extension Submissions {
    /// Attaches a replay to an accepted action. One proves it for good; the same sent again is as if it were sent once.
    ///
    /// The claim comes before the bytes are kept: nobody fills the disk with replays of one action.
    func attach(
        _ bytes: [UInt8], type: String, to action: ActionID, by user: ScoreUser, _ proofs: Proofs
    ) async throws -> ScoreProof {
        let proof = ScoreProof(
            action: action.bytes, hash: Array(SHA256.hash(data: bytes)), size: bytes.count, type: type)
        switch try await store.claim(proof, of: user.subject, now: now()) {
        case .unknownAction: throw APIError.unknownAction
        case .otherProof: throw APIError.otherProof
        case .kept: return proof
        case .claimed: break
        }
        do {
            try await proofs.put(bytes, Proofs.name(of: proof.hash))
        } catch let error as CancellationError {
            throw error
        } catch {
            proofs.logger.error("a proof cannot be kept", metadata: ["error": "\(error)"])
            throw APIError.unavailable
        }
        try await store.keepProof(of: action.bytes, now: now())
        return proof
    }
}
