import Forecasting
import Rankings
import Storage

extension Pipeline {
    /// Judges the forecasts of a board that is over. Done before the board is settled, so that a process that ends in
    /// between leaves it to the next.
    func scoreForecasts(of stored: StoredBoard) async throws {
        let closes = Slot(containing: stored.board.times.closes)
        let forecasts = try await store.forecasts(of: stored.board.id, through: closes)
        if forecasts.isEmpty { return }
        let courses = try await store.courses(of: stored.board.id, through: closes)
        let finals = Dictionary(
            courses.compactMap { course in course.points.last.map { (course.rank, $0.score) } },
            uniquingKeysWith: { first, _ in first })
        try await store.saveScores(
            ForecastScores.of(forecasts, ends: stored.board.times.ends, finals: finals), finals: finals,
            of: stored.board.id)
    }

    /// Judges what was never judged: boards that were imported, and those an older program settled.
    func scoreUnscored() async throws {
        for stored in try await store.unscoredBoards() { try await scoreForecasts(of: stored) }
    }
}
