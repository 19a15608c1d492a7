import Publisher
import Rankings
import Storage

/// The pages of the players on a board.
extension Pipeline {
    /// Minutes from one page of a player to the next. Their turns are spread over these minutes.
    private static let playerMinutes = 15

    /// Publishes the pages of those players of an edition who have none, and of those whose turn it is; all where the
    /// board has ended.
    func publishPlayers(
        of stored: StoredBoard, in edition: Edition, trusting trust: FolderSink.Trust = .plainBytes
    ) async throws -> SinkReport {
        guard edition.hasPlayerPages else { return SinkReport() }
        let id = stored.board.id
        let lane = output.lane(of: id)
        let before = edition.slot - season(of: stored.event).cadenceMinutes
        let isDue = edition.phase == .announced || edition.phase == .closed
        // A forgotten player has no page.
        let entries = edition.standing.entries.filter { $0.name != nil }
        let lacking = await lane.lacking(entries.map { OutputPath.page(of: $0.player, on: id) })
        var report = SinkReport()
        var context: (courses: [BorderCourse], past: [Pseudonym: [PlayerReport.Placement]])?
        for entry in entries {
            let isTurn = Self.turn(of: entry.player, at: edition.slot) > Self.turn(of: entry.player, at: before)
            guard isDue || isTurn || lacking.contains(OutputPath.page(of: entry.player, on: id)) else { continue }
            let known: (courses: [BorderCourse], past: [Pseudonym: [PlayerReport.Placement]])
            if let context {
                known = context
            } else {
                known = (
                    try await store.courses(of: id, through: edition.slot),
                    try await placements.all(before: edition, from: store)
                )
                context = known
            }
            let series = try await store.playerSeries(
                of: id, player: entry.player, from: Slot(containing: stored.board.times.starts), through: edition.slot)
            let pages = try renderer.playerPages(
                PlayerReport(
                    player: entry.player, entry: entry, series: series, courses: known.courses,
                    past: known.past[entry.player] ?? []), in: edition)
            let made = try await lane.publish(pages, trusting: trust)
            report.written += made.written
            report.unchanged += made.unchanged
            if made.written > 0 { try await purges?.queue(pages.map(\.path)) }
        }
        return report
    }

    /// How many pages a player has had since 1970: each in a minute of their own.
    private static func turn(of player: Pseudonym, at slot: Slot) -> Int64 {
        let minutes = Int64(playerMinutes)
        return (slot.unixMinute - Int64(player.value % UInt64(playerMinutes))).flooredDivision(by: minutes)
    }
}
