import Publisher
package import Rankings
import Storage

extension Pipeline {
    /// Past events on the front page; older ones keep their pages.
    private static let pastEvents = 50
    /// The window over which publication delays are measured.
    private static let delayMinutes = 60

    /// Publishes the front page and the manifest, unless they say the same as those this process published last.
    package func publishSite(at slot: Slot) async throws {
        let site = try await site(at: slot)
        guard await published.isNews(site) else { return }
        let files = try SiteFiles.make(site, renderer: renderer)
        try await output.site.publish(files)
        try await purges?.queue(files.roots.map(\.path))
        await published.note(site)
    }

    /// What the front page says.
    func site(at slot: Slot) async throws -> SiteOverview {
        let published = try await store.newestPublishedSlots()
        let boards = try await store.boards()
        var live: [SiteEvent] = []
        var past: [SiteEvent] = []
        for (_, boards) in Dictionary(grouping: boards, by: \.event.id).sorted(by: { newestFirst($0.value, $1.value) })
        {
            guard let event = boards.first?.event else { continue }
            let season = season(of: event)
            let shown = boards.compactMap { stored in
                published[stored.board.id].map { newest in
                    SiteBoard(
                        board: stored.board, phase: season.phase(of: stored.board.times, at: slot.start), slot: newest,
                        next: season.nextPlanned(after: max(newest, slot), for: stored.board.times))
                }
            }
            if shown.isEmpty { continue }
            if season.phase(of: event.times, at: slot.start) == .closed {
                if past.count < Self.pastEvents { past.append(SiteEvent(event: event, boards: shown)) }
            } else {
                live.append(SiteEvent(event: event, boards: shown))
            }
        }
        let delay = percentile90(try await store.publicationDelays(after: slot - Self.delayMinutes))
        let scored = try await store.scoredBoards(limit: JudgedBoards.most)
        await judged.note(scored)
        let languages = games.flatMap(\.languages).reduce(into: [Language]()) { known, language in
            if !known.contains(language) { known.append(language) }
        }
        return SiteOverview(
            slot: slot, live: live, past: past, publicationDelay: delay, scored: scored, languages: languages,
            upcoming: upcoming(among: boards, at: slot))
    }

    /// Events that begin later, the next first.
    private func upcoming(among boards: [StoredBoard], at slot: Slot) -> [Event] {
        let events = Set(boards.map(\.event).filter { $0.times.starts > slot.start })
        return events.sorted { ($0.times.starts, $0.id) < ($1.times.starts, $1.id) }
    }

    private func newestFirst(_ left: [StoredBoard], _ right: [StoredBoard]) -> Bool {
        guard let left = left.first?.event, let right = right.first?.event else { return false }
        return (left.times.starts, left.id) > (right.times.starts, right.id)
    }

    /// Fewer delays say nothing: the first after a start is as long as the minute had begun before it.
    private static let leastDelays = 10

    /// The smallest value that at least nine in ten do not exceed; nil of too few.
    private func percentile90(_ values: [Duration]) -> Duration? {
        let sorted = values.sorted()
        guard sorted.count >= Self.leastDelays else { return nil }
        return sorted[min(sorted.count - 1, (sorted.count * 9 + 9) / 10 - 1)]
    }
}
