import Logging
import Rankings
import Storage
import Telemetry

extension Pipeline {
    /// Does the work, and does it again where the database does not answer, as long as the slot lasts.
    ///
    /// - Parameters:
    ///   - limit: how long after the start of the slot an attempt may begin.
    ///   - work: may be done twice: what the database has already, it leaves as it is.
    /// - Throws: what the last attempt threw.
    func persisting<Value: Sendable>(
        at slot: Slot, for limit: Duration, _ work: () async throws -> Value
    ) async throws -> Value {
        var pause = Limits.firstPause
        while true {
            do {
                return try await work()
            } catch {
                guard DatabaseFailure(error) != nil, time.now() + pause < slot.start + limit else { throw error }
                logger.warning(
                    "database does not answer, trying again",
                    metadata: .keyed([.slot: "\(slot)", .reason: "\(error)"]))
            }
            try await time.sleep(until: time.now() + pause)
            pause = min(pause * 2, Limits.longestPause)
        }
    }

    /// Concludes a claimed slot, also where the database is restarted meanwhile.
    ///
    /// - Throws: `StorageError.fenced` where the claim is another's now.
    func recording(
        _ claim: Claim, _ work: () async throws -> SlotOutcome
    ) async throws -> SlotOutcome {
        var isUncertain = false
        return try await persisting(at: claim.slot, for: Limits.recording) {
            do {
                return try await work()
            } catch StorageError.fenced where isUncertain {
                // It was done: the connection broke after COMMIT.
                let slot = claim.slot
                guard
                    let outcome = try await store.outcomes(of: claim.board, after: slot - 1, through: slot).first
                else { throw StorageError.fenced(board: "\(claim.board)", slot: "\(slot)") }
                return outcome
            } catch {
                if DatabaseFailure(error) == .outcomeUnknown { isUncertain = true }
                throw error
            }
        }
    }
}
