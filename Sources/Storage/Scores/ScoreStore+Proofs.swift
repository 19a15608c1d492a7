import MariaDB
package import Rankings
package import Scoring

extension ScoreStore {
    /// Says which bytes prove an action, unless others do.
    package func claim(_ proof: ScoreProof, of subject: String, now: Instant) async throws -> ProofClaim {
        let state = try await call(
            .claimProof,
            [
                .bytes(proof.action), .bytes(Array(subject.utf8)), .bytes(proof.hash), .integer(proof.size),
                .text(proof.type), .integer(now.unixMilliseconds),
            ]
        ) { row throws(DatabaseError) in try row.int(0) }
        switch state {
        case 0: return .unknownAction
        case 1: return .otherProof
        case 2: return .claimed
        default: return .kept
        }
    }

    /// Says that the bytes that prove an action are kept.
    ///
    /// - Parameter action: 16 bytes.
    package func keepProof(of action: [UInt8], now: Instant) async throws {
        try await pool.withConnection { connection in
            _ = try await connection.execute(
                "CALL \(ScoreRoutine.keepProof.name)(?, ?)", [.bytes(action), .integer(now.unixMilliseconds)])
        }
    }
}
