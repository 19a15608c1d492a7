import Publisher
import Rankings
import Storage

/// Minutes that come out late, or again, without being anybody's newest.
extension Pipeline {
    /// Waits for the outcomes of an hour's minutes: a root leads to all of them, and one whose owner died has none
    /// before its claim expires.
    ///
    /// - Returns: whether all that are claimed have theirs.
    func hasOutcomes(of stored: StoredBoard, before newest: Slot, waiting wait: Duration) async throws -> Bool {
        let id = stored.board.id
        let deadline = ContinuousClock.now + wait
        while try await !store.openSlots(of: id, from: newest.hour, before: newest).isEmpty {
            guard ContinuousClock.now < deadline else { return false }
            // In real time, as the database's clock is by which claims expire.
            try await Task.sleep(for: Self.outcomeWatch)
            try await store.markAbandoned(of: id, newest: newest)
        }
        return true
    }

    /// How often the outcomes are looked for: seldom seen, and then seconds go by.
    private static let outcomeWatch = Duration.milliseconds(500)

    /// Publishes the minutes of an hour that have an outcome and no edition, as those that passed while no process ran,
    /// before the root that leads to them.
    func publishSkippedMinutes(of stored: StoredBoard, before newest: Slot) async throws {
        let lane = output.lane(of: stored.board.id)
        func isOut(_ slot: Slot) async -> Bool {
            await lane.holds([OutputPath.minute(of: stored.board.id, slot: slot)])
        }
        let planned = season(of: stored.event).planned(from: newest.hour, through: newest - 1, for: stored.board.times)
        // They come out in order: where the last one is out, all are.
        guard let last = planned.last, await !isOut(last) else { return }
        var skipped: [Slot] = []
        for slot in planned where await !isOut(slot) { skipped.append(slot) }
        _ = try await publishMinutes(skipped, of: stored, trusting: .plainBytes)
    }

    /// Publishes minutes of one hour, oldest first, each after what it names.
    ///
    /// - Parameter slots: those without an outcome are passed over.
    func publishMinutes(
        _ slots: [Slot], of stored: StoredBoard, trusting trust: FolderSink.Trust
    ) async throws -> RebuildReport {
        let id = stored.board.id
        let lane = output.lane(of: id)
        let days = try await store.seriesDays(of: id)
        var series: (sample: Slot, hash: String)?
        var drawn: Slot?
        var report = RebuildReport()
        for slot in slots {
            guard var record = try await store.openEdition(of: id, at: slot) else { continue }
            if let made = record.forecast?.madeAt, made != drawn {
                record = try await redrawn(record, of: stored, trusting: trust, report: &report)
                drawn = made
            }
            let sample = SeriesSchedule.newest(by: slot, from: Slot(containing: stored.board.times.starts))
            if sample != series?.sample, let files = try await seriesFiles(of: stored, at: slot, known: days) {
                report.add(
                    try await lane.publish(files.days.flatMap(\.files) + files.document.files, trusting: trust))
                series = (files.sample, files.document.hash)
            }
            let edition = try await edition(of: stored, at: slot, record: record, series: series?.hash)
            let files = try EditionFiles.make(edition, renderer: renderer)
            report.add(try await lane.publish(files.dependencies, trusting: trust))
        }
        return report
    }

    /// Draws the forecast of an edition again.
    ///
    /// - Returns: the record with the hash under which its document is published now: another where a newer program
    ///   writes it in another way.
    func redrawn(
        _ record: EditionRecord, of stored: StoredBoard, trusting trust: FolderSink.Trust,
        report: inout RebuildReport
    ) async throws -> EditionRecord {
        guard let forecast = record.forecast else { return record }
        let courses = try await store.courses(of: stored.board.id, through: forecast.madeAt)
        let files = drawn(try await self.report(on: forecast, of: stored, courses: courses), of: stored)
        report.add(try await output.lane(of: stored.board.id).publish(files.files, trusting: trust))
        if files.document != record.document {
            try await store.setDocument(files.document, ofForecastAt: forecast.madeAt, on: stored.board.id)
        }
        return EditionRecord(outcome: record.outcome, forecast: forecast, document: files.document)
    }
}
