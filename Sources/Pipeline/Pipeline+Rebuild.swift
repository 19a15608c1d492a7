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
        try await purges?.queue(site.roots.map(\.path))
        return report
    }

    private func rebuild(_ stored: StoredBoard, trusting trust: FolderSink.Trust) async throws -> RebuildReport {
        let id = stored.board.id
        let lane = output.lane(of: id)
        var report = RebuildReport()
        try await chartIfMissing(stored)
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
        let minutes = try await store.pastSlots(of: id, from: newest.hour, through: newest - 1)
        report.add(try await publishMinutes(minutes.map(\.outcome.slot), of: stored, trusting: trust))
        let edition = try await edition(of: stored, at: newest, record: record, series: series?.document.hash)
        report.add(try await publishPlayers(of: stored, in: edition, trusting: trust))
        let files = try EditionFiles.make(edition, renderer: renderer)
        report.add(try await lane.publish(files, trusting: trust, isLast: stored.isSettled))
        if report.written > 0 { try await purges?.queue(files.roots.map(\.path)) }
        try await store.noteEditionPublished(of: id, at: newest, now: time.now())
        report.removed += try await lane.sweep(id, olderThan: Self.sweptAge)
        return report
    }
}

extension RebuildReport {
    mutating func add(_ sink: SinkReport) {
        written += sink.written
        unchanged += sink.unchanged
    }
}
