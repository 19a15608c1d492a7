import Forecasting
package import Rankings
import Storage

extension Pipeline {
    /// Fits the model to the finished boards, keeps what was found, and puts it to use where it is better.
    package func fitModel(now: Instant) async throws -> FitReport {
        let history = FinishedHistory(
            try await store.finishedBoards(endedBy: now, limit: FinishedHistory.boardLimit))
        let inUse = try await modelInUse()
        guard let outcome = try ModelFit(history: history).outcome(against: inUse.factors) else { return .tooFewEvents }
        if outcome.factors == inUse.factors { return .unchanged }
        let number = try await store.save(
            StoredModel(
                number: 0, fittedAt: now, factors: outcome.factors.description, events: outcome.events,
                score: millionths(outcome.score), scoreInUse: millionths(outcome.scoreInUse)))
        if outcome.isBetter { try await store.promoteModel(number, now: now) }
        return .fitted(
            number: number, factors: outcome.factors.description, isPromoted: outcome.isBetter)
    }

    /// The version forecasts are made with. Factors that this program cannot read are those it ships with.
    func modelInUse() async throws -> ModelVersion {
        guard let stored = try await store.modelInUse(), let factors = ModelFactors(stored.factors) else {
            return .shipped
        }
        return ModelVersion(number: stored.number, factors: factors)
    }

    private func millionths(_ score: Double) -> Int { Int((score * 1_000_000).rounded()) }
}
