import Activity
import Forecasting
package import Publisher
package import Rankings
import Storage
import Telemetry

extension Pipeline {
    /// The windows gains are published for, in hours.
    static let gainHours = [1, 3, 24]
    /// Readings further apart than this, in minutes, have several games of a player between them.
    static let gameMinutes = 2
    /// Documents younger than this are not swept: an edition may be about to name them.
    static let sweptAge: Duration = .seconds(120)

    /// Publishes the newest slot of every open board that readers do not see yet, then the front page.
    ///
    /// - Returns: how many editions were made.
    package func publishAll(at slot: Slot) async throws -> Int {
        let report = try await eachEvent(at: slot) { boards, effort in
            var report = TickReport()
            for stored in boards {
                if try await publishIfNew(stored, effort: effort) { report.editions += 1 }
                try await settleIfOver(stored, at: slot)
            }
            return report
        }
        try await publishSite(at: slot)
        return report.editions
    }

    /// Readies the output folder after a start: clears what an unclean end left behind, and publishes what an import or
    /// a crash left unpublished, settled boards too.
    ///
    /// - Returns: how many editions were made.
    package func recoverOutput() async throws -> Int {
        try await output.site.repair()
        try await output.site.publish(renderer.assets)
        var made = 0
        for stored in try await store.boards() {
            try await chartIfMissing(stored)
            if try await publishIfNew(stored, waiting: .zero) { made += 1 }
        }
        try await scoreUnscored()
        return made
    }

    /// - Parameter wait: the most, in real time, until the minutes before have their outcomes. Without them nothing is
    ///   published: whoever concludes the last of them publishes what is newest then.
    /// - Returns: whether there was a slot with an outcome whose edition was not out, and now is.
    @discardableResult
    func publishIfNew(
        _ stored: StoredBoard, effort: OutputFile.Effort = .careful, waiting wait: Duration = Limits.lease
    ) async throws -> Bool {
        guard let newest = try await store.newestEdition(of: stored.board.id), !newest.isPublished,
            try await hasOutcomes(of: stored, before: newest.slot, waiting: wait)
        else { return false }
        guard var record = try await store.openEdition(of: stored.board.id, at: newest.slot) else { return false }
        if try await drawIfImported(record, of: stored) {
            record = try await store.edition(of: stored.board.id, at: newest.slot) ?? record
        }
        let began = ContinuousClock.now
        let id = stored.board.id
        let lane = output.lane(of: id)
        // Before the edition: who reads it looks for past hours in packs, and for its series.
        for hour in try await lane.unsealedHours(of: id, before: newest.slot) {
            if let pack = try await sealedHour(of: stored, hour) { try await lane.publish([pack]) }
        }
        try await publishSkippedMinutes(of: stored, before: newest.slot)
        let hasRemovedMinutes = try await lane.removeSealedMinutes(of: id, before: newest.slot)
        let files = try await files(of: stored, at: newest.slot, record: record, effort: effort)
        try await lane.publish(files)
        metrics.observe(.now - began, as: .publishSeconds)
        // Before it is noted that it is out: a process that dies in between publishes it again.
        try await purges?.queue(files.roots.map(\.path))
        try await store.noteEditionPublished(of: id, at: newest.slot, now: time.now())
        if hasRemovedMinutes { try await lane.sweep(id, olderThan: Self.sweptAge) }
        return true
    }

    /// Makes the newest edition readers see again: its event goes by another name or other times now, or some of its
    /// players by none.
    ///
    /// - Returns: its files; nil where none is out.
    @discardableResult
    func republish(_ stored: StoredBoard) async throws -> EditionFiles? {
        guard let newest = try await store.newestEdition(of: stored.board.id), newest.isPublished,
            let record = try await store.edition(of: stored.board.id, at: newest.slot)
        else { return nil }
        let files = try await files(of: stored, at: newest.slot, record: record)
        try await output.lane(of: stored.board.id).publish(files)
        try await purges?.queue(files.roots.map(\.path))
        return files
    }

    /// The files of an edition; the series and the players' pages they name are out then.
    private func files(
        of stored: StoredBoard, at slot: Slot, record: EditionRecord, effort: OutputFile.Effort = .careful
    ) async throws -> EditionFiles {
        let series = try await publishSeries(of: stored, at: slot)
        let edition = try await edition(of: stored, at: slot, record: record, series: series)
        _ = try await publishPlayers(of: stored, in: edition)
        return try EditionFiles.make(edition, renderer: renderer, effort: effort)
    }

    /// The edition as it was published for a slot, whatever happened since.
    ///
    /// - Returns: nil where the slot has no outcome.
    package func edition(of id: BoardID, asOf slot: Slot) async throws -> Edition? {
        guard let record = try await store.edition(of: id, at: slot) else { return nil }
        let stored = try await store.board(id)
        let series = try await seriesFiles(of: stored, at: slot, known: try await store.seriesDays(of: id))
        return try await edition(of: stored, at: slot, record: record, series: series?.document.hash)
    }

    func edition(
        of stored: StoredBoard, at slot: Slot, record: EditionRecord, series: String?
    ) async throws -> Edition {
        let season = season(of: stored.event)
        let phase = season.phase(of: stored.board.times, at: slot.start)
        let tellsGames = phase == .running && season.cadenceMinutes <= Self.gameMinutes
        let slots = [slot] + Self.gainHours.map { slot - $0 * 60 }
        let minutes = tellsGames ? (1..<60).reversed().map { slot - $0 } : []
        let standings = try await store.standings(of: stored.board.id, at: slots + minutes)
        let startedWithin = slot - 60 < Slot(containing: stored.board.times.starts)
        let gains = zip(Self.gainHours, standings.dropFirst()).map { hours, past in
            window(hours: hours, from: past, to: standings[0], of: stored)
        }
        let forecast = try await published(record, of: stored)
        let source = source(of: stored.event)
        return Edition(
            event: stored.event.begun(by: slot), board: stored.board,
            phase: phase, standing: standings[0], outcome: record.outcome, gains: gains,
            hour: tellsGames
                ? PlayedHour(
                    [standings[1]] + standings.dropFirst(slots.count) + [standings[0]], startedWithin: startedWithin)
                : nil,
            forecast: forecast, series: series,
            next: season.nextPlanned(after: slot, for: stored.board.times),
            featuredRanks: source?.featuredRanks ?? [], playersRemoved: stored.prunedAt,
            judged: phase == .running ? try await judged.boards(of: stored.event.game, from: store) : [],
            languages: source?.languages ?? [.english],
            hasPlayerPages: source?.hasPlayerPages ?? true)
    }

    /// The edition's forecast with the ranks its charts were drawn for: every border that was known when it was made.
    private func published(_ record: EditionRecord, of stored: StoredBoard) async throws -> PublishedForecast? {
        guard let forecast = record.forecast, let document = record.document else { return nil }
        let standing = try await store.standing(of: stored.board.id, at: forecast.madeAt)
        return PublishedForecast(
            forecast: forecast, document: document, chartRanks: standing.followedRanks,
            outlooks: Outlook.borders(of: forecast, ends: stored.board.times.ends))
    }

    private func window(
        hours: Int, from past: Standing, to standing: Standing, of stored: StoredBoard
    ) -> GainWindow {
        let starts = Slot(containing: stored.board.times.starts)
        let planned = season(of: stored.event).planned(
            from: max(past.slot + 1, starts), through: standing.slot, for: stored.board.times)
        return GainWindow(
            hours: hours, from: past, to: standing,
            coverage: Coverage(seen: standing.seen - past.seen, planned: planned.count),
            startedWithin: past.slot < starts)
    }
}
