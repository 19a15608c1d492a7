import Forecasting
import Publisher
package import Rankings
import Storage

extension Pipeline {
    /// Makes the forecast of every open board whose time has come, or of all that run.
    ///
    /// - Parameter isForced: also where the newest forecast is still fresh.
    /// - Returns: how many were made.
    package func forecastAll(at slot: Slot, isForced: Bool) async throws -> Int {
        let report = try await eachEvent(at: slot) { boards, _ in
            var report = TickReport()
            for stored in boards where stored.board.times.ends > slot.start {
                if isForced {
                    try await forecast(stored, at: slot)
                    report.forecasts += 1
                } else if try await forecastIfDue(stored, at: slot) {
                    report.forecasts += 1
                }
            }
            return report
        }
        return report.forecasts
    }

    /// - Returns: whether one was made.
    func forecastIfDue(_ stored: StoredBoard, at slot: Slot) async throws -> Bool {
        let last = try await store.newestForecastSlot(of: stored.board.id)
        guard
            ForecastSchedule.isDue(
                at: slot, lastMade: last, times: stored.board.times, everyMinutes: limits.forecastMinutes)
        else { return false }
        try await forecast(stored, at: slot)
        return true
    }

    /// Gives a board that ended without any forecast, as imported ones do, its charts: a forecast that says it is over.
    func chartIfMissing(_ stored: StoredBoard) async throws {
        guard let newest = try await store.newestEdition(of: stored.board.id), !newest.isPublished,
            newest.slot.start >= stored.board.times.ends,
            try await store.newestForecastSlot(of: stored.board.id) == nil
        else { return }
        try await forecast(stored, at: newest.slot)
    }

    /// Writes the files of a forecast that came with an import, before an edition names them.
    ///
    /// - Returns: whether it was such a forecast; its document has a hash now.
    func drawIfImported(_ record: EditionRecord, of stored: StoredBoard) async throws -> Bool {
        guard let forecast = record.forecast, record.document?.isEmpty ?? false else { return false }
        let courses = try await store.courses(of: stored.board.id, through: forecast.madeAt)
        let files = drawn(try await report(on: forecast, of: stored, courses: courses), of: stored)
        try await output.lane(of: stored.board.id).publish(files.files)
        try await store.setDocument(files.document, ofForecastAt: forecast.madeAt, on: stored.board.id)
        return true
    }

    /// All that is published of a forecast: it follows from what is kept.
    func report(
        on forecast: BoardForecast, of stored: StoredBoard, courses: [BorderCourse]
    ) async throws -> ForecastReport {
        let standing = try await store.standing(of: stored.board.id, at: forecast.madeAt)
        return ForecastReport(
            board: stored.board, forecast: forecast, courses: courses,
            outlooks: Outlook.borders(of: forecast, ends: stored.board.times.ends),
            entries: EntryForecasts.all(of: forecast, scores: standing.entries.map(\.score)))
    }

    /// Makes one forecast, publishes its files, then keeps it: no edition can name a file that is not there.
    private func forecast(_ stored: StoredBoard, at slot: Slot) async throws {
        let finished = try await store.finishedCount(endedBy: slot.start)
        let history = try await history.history(finished: finished) {
            try await store.finishedBoards(endedBy: slot.start, limit: limits.finishedBoards)
        }
        let courses = try await store.courses(of: stored.board.id, through: slot)
        let forecast = PooledForecaster(history: history, version: try await modelInUse()).forecast(
            of: stored.board, game: stored.event.game, kind: stored.event.kind, courses: courses, at: slot)
        let files = drawn(try await report(on: forecast, of: stored, courses: courses), of: stored)
        try await output.lane(of: stored.board.id).publish(files.files)
        try await store.save(forecast, document: files.document)
    }
}
