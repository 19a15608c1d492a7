import Publisher
import Rankings
import Storage

extension Pipeline {
    /// A series with the files of its days.
    struct SeriesFiles: Sendable {
        /// The newest slot it holds.
        let sample: Slot
        let document: SeriesDocument
        /// The days that were not known.
        let days: [(day: SeriesDay, files: [OutputFile])]
    }

    /// Publishes the series an edition of the slot names, and the days that are over and have none yet.
    ///
    /// - Returns: its hash; nil before the board's first sample.
    func publishSeries(of stored: StoredBoard, at slot: Slot) async throws -> String? {
        let id = stored.board.id
        let lane = output.lane(of: id)
        let newest = SeriesSchedule.newest(by: slot, from: Slot(containing: stored.board.times.starts))
        if let kept = try await store.series(of: id), kept.sample == newest,
            await lane.holds([OutputPath.series(of: id, hash: kept.hash)])
        {
            return kept.hash
        }
        var days: [SeriesDay] = []
        for day in try await store.seriesDays(of: id)
        where await lane.holds([
            OutputPath.series(of: id, hash: day.series), OutputPath.names(of: id, hash: day.names),
        ]) {
            days.append(day)
        }
        guard let made = try await seriesFiles(of: stored, at: slot, known: days) else { return nil }
        try await lane.publish(made.days.flatMap(\.files) + made.document.files)
        try await store.saveSeries(
            of: id, sample: made.sample, hash: made.document.hash, newDays: made.days.map(\.day))
        return made.document.hash
    }

    /// The series an edition of the slot names.
    ///
    /// - Parameter known: days whose documents need not be made.
    /// - Returns: nil before the board's first sample.
    func seriesFiles(of stored: StoredBoard, at slot: Slot, known: [SeriesDay]) async throws -> SeriesFiles? {
        let id = stored.board.id
        let first = Slot(containing: stored.board.times.starts)
        guard let newest = SeriesSchedule.newest(by: slot, from: first) else { return nil }
        let known = Dictionary(known.map { ($0.day, $0) }) { first, _ in first }
        var days: [SeriesDay] = []
        var made: [(day: SeriesDay, files: [OutputFile])] = []
        for day in SeriesSchedule.daysOver(by: newest, from: first) {
            if let known = known[day] {
                days.append(known)
                continue
            }
            let last = SeriesSchedule.lastSlot(ofDay: day)
            let samples = SeriesSchedule.samples(through: last, from: first)
            // A board that begins in the last minutes of a day has no sample in it.
            if samples.isEmpty { continue }
            let span = try await store.span(of: id, from: max(day, first), through: last, samples: samples)
            let files = SeriesDay.make(of: id, samples: span.samples, players: span.players, names: span.names)
            days.append(files.day)
            made.append(files)
        }
        let today = try await store.span(
            of: id, from: max(SeriesSchedule.day(of: newest), first), through: newest,
            samples: SeriesSchedule.samples(through: newest, from: first))
        let document = SeriesDocument(
            of: id, days: days, samples: today.samples, players: today.players, names: today.names)
        return SeriesFiles(sample: newest, document: document, days: made)
    }
}
