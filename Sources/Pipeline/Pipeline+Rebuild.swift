package import Publisher
package import Rankings
import Storage

extension Pipeline {
    /// Makes all that is published of every board again from the store, some boards at once, and the site itself.
    ///
    /// - Parameters:
    ///   - trust: what of the files that are there is left as it is.
    ///   - told: called after each board with how many are done, and of how many.
    package func rebuild(
        at slot: Slot, trusting trust: FolderSink.Trust, told: (Int, Int) -> Void
    ) async throws -> RebuildReport {
        var report = RebuildReport()
        report.add(try await output.site.publish(renderer.assets, trusting: trust))
        let boards = try await store.boards()
        var count = 0
        try await withThrowingTaskGroup(of: RebuildReport.self) { group in
            for (index, stored) in boards.enumerated() {
                if index >= limits.eventsAtOnce, let done = try await group.next() {
                    report.add(done)
                    count += 1
                    told(count, boards.count)
                }
                group.addTask { try await rebuild(stored, trusting: trust) }
            }
            for try await done in group {
                report.add(done)
                count += 1
                told(count, boards.count)
            }
        }
        // Not counted: the front page tells of this minute, and is seldom what it was.
        let site = try SiteFiles.make(try await site(at: slot), renderer: renderer)
        try await output.site.publish(site, trusting: trust)
        return report
    }

    private func rebuild(_ stored: StoredBoard, trusting trust: FolderSink.Trust) async throws -> RebuildReport {
        let id = stored.board.id
        let lane = output.lane(of: id)
        var report = RebuildReport()
        guard let newest = try await store.newestEdition(of: id)?.slot,
            let opened = try await store.openEdition(of: id, at: newest)
        else { return report }
        let record = try await redrawn(opened, of: stored, trusting: trust, report: &report)
        for hour in try await store.pastHours(of: id, before: newest.hour) {
            guard let pack = try await sealedHour(of: stored, hour) else { continue }
            report.add(try await lane.publish([pack], trusting: trust))
        }
        let series = try await seriesFiles(of: stored, at: newest, known: [])
        if let series {
            report.add(try await lane.publish(series.days.flatMap(\.files) + series.document.files, trusting: trust))
            try await store.saveSeries(
                of: id, sample: series.sample, hash: series.document.hash, newDays: series.days.map(\.day))
        }
        report.add(try await rebuildMinutes(of: stored, before: newest, trusting: trust))
        let edition = try await edition(of: stored, at: newest, record: record, series: series?.document.hash)
        let files = try EditionFiles.make(edition, renderer: renderer)
        report.add(try await lane.publish(files, trusting: trust, isLast: stored.isSettled))
        try await store.noteEditionPublished(of: id, at: newest, now: time.now())
        report.removed += try await lane.sweep(id, olderThan: Self.sweptAge)
        return report
    }

    /// The minutes of the newest edition's hour before it.
    private func rebuildMinutes(
        of stored: StoredBoard, before newest: Slot, trusting trust: FolderSink.Trust
    ) async throws -> RebuildReport {
        let id = stored.board.id
        let days = try await store.seriesDays(of: id)
        var series: (sample: Slot, hash: String)?
        var report = RebuildReport()
        for past in try await store.pastSlots(of: id, from: newest.hour, through: newest - 1) {
            let slot = past.outcome.slot
            let sample = SeriesSchedule.newest(by: slot, from: Slot(containing: stored.board.times.starts))
            if sample != series?.sample {
                series = try await seriesFiles(of: stored, at: slot, known: days).map { ($0.sample, $0.document.hash) }
            }
            guard let record = try await store.openEdition(of: id, at: slot) else { continue }
            let edition = try await edition(of: stored, at: slot, record: record, series: series?.hash)
            let files = try EditionFiles.make(edition, renderer: renderer)
            report.add(try await output.lane(of: id).publish(files.dependencies, trusting: trust))
        }
        return report
    }

    /// Draws the forecast of an edition again.
    ///
    /// - Returns: the record with the hash under which its document is published now: another where a newer program
    ///   writes it in another way.
    private func redrawn(
        _ record: EditionRecord, of stored: StoredBoard, trusting trust: FolderSink.Trust,
        report: inout RebuildReport
    ) async throws -> EditionRecord {
        guard let forecast = record.forecast else { return record }
        let courses = try await store.courses(of: stored.board.id, through: forecast.madeAt)
        let files = ForecastFiles.make(ForecastReport(board: stored.board, forecast: forecast, courses: courses))
        report.add(try await output.lane(of: stored.board.id).publish(files.files, trusting: trust))
        if files.document != record.document {
            try await store.setDocument(files.document, ofForecastAt: forecast.madeAt, on: stored.board.id)
        }
        return EditionRecord(outcome: record.outcome, forecast: forecast, document: files.document)
    }
}

extension RebuildReport {
    fileprivate mutating func add(_ sink: SinkReport) {
        written += sink.written
        unchanged += sink.unchanged
    }
}
