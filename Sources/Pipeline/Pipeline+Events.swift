import Crawler
import Logging
package import Rankings
import Storage
import Telemetry

extension Pipeline {
    /// Reads the lists of events that are no longer fresh. A list that fails leaves the known events as they are.
    ///
    /// - Returns: how many games could not be read.
    package func refreshEvents(at slot: Slot) async throws -> Int {
        var failed = 0
        for game in games {
            let readAt = try await store.eventsReadAt(of: game.id)
            if let readAt, slot.start - readAt < game.eventsRefresh, slot.start >= readAt { continue }
            do {
                let events = try await game.crawl.events()
                let changed = Set(try await store.register(events))
                for stored in try await store.boards() where changed.contains(stored.event.id) {
                    try await republish(stored)
                }
                try await store.noteEventsRead(of: game.id, at: slot.start)
                logger.debug("events listed", metadata: .keyed([.game: "\(game.id)", .count: "\(events.count)"]))
            } catch let error as CancellationError {
                throw error
            } catch {
                failed += 1
                logger.warning("events not listed", metadata: .keyed([.game: "\(game.id)", .reason: "\(error)"]))
            }
        }
        return failed
    }
}
