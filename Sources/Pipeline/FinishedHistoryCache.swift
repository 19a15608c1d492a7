import Forecasting
import Rankings

/// The finished boards forecasts learn from, read again only when another board has finished.
actor FinishedHistoryCache {
    private var held: (finished: Int, history: FinishedHistory)?

    /// - Parameters:
    ///   - finished: how many boards have finished by now: the cheap sign that something is new.
    ///   - read: reads them all.
    func history(finished: Int, read: () async throws -> [FinishedBoard]) async throws -> FinishedHistory {
        if let held, held.finished == finished { return held.history }
        let history = FinishedHistory(try await read())
        held = (finished, history)
        return history
    }
}
