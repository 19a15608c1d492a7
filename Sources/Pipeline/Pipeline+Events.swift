import Crawler
import Logging
import Rankings
import Storage
import Telemetry

extension Pipeline {
    /// What became of one game's list of events.
    struct EventList: Sendable {
        let game: GameSource
        let events: Result<[Event], any Error>
    }

    /// Reads the lists of events that are no longer fresh, side by side, so that one that does not come holds back no
    /// other.
    ///
    /// - Throws: `CancellationError`, and what the database throws.
    func eventLists(at slot: Slot) async throws -> [EventList] {
        var stale: [GameSource] = []
        for game in games {
            let readAt = try await store.eventsReadAt(of: game.id)
            if let readAt, slot.start - readAt < game.eventsRefresh, slot.start >= readAt { continue }
            stale.append(game)
        }
        return try await withThrowingTaskGroup(of: EventList.self) { group in
            var lists: [EventList] = []
            for (index, game) in stale.enumerated() {
                if index >= Limits.listsAtOnce, let list = try await group.next() { lists.append(list) }
                group.addTask { try await eventList(of: game) }
            }
            for try await list in group { lists.append(list) }
            return lists
        }
    }

    private func eventList(of game: GameSource) async throws -> EventList {
        do {
            return EventList(game: game, events: .success(try await game.crawl.events()))
        } catch let error as CancellationError {
            throw error
        } catch {
            return EventList(game: game, events: .failure(error))
        }
    }

    /// Takes over what the lists say. One that failed leaves the known events as they are.
    ///
    /// - Returns: how many games could not be read.
    func register(_ lists: [EventList], at slot: Slot) async throws -> Int {
        var failed = 0
        for list in lists {
            do {
                let events = try list.events.get()
                let changed = Set(try await store.register(events))
                for stored in try await store.boards() where changed.contains(stored.event.id) {
                    try await republish(stored)
                }
                try await store.noteEventsRead(of: list.game.id, at: slot.start)
                logger.debug(
                    "events listed", metadata: .keyed([.game: "\(list.game.id)", .count: "\(events.count)"]))
            } catch let error as CancellationError {
                throw error
            } catch {
                failed += 1
                logger.warning("events not listed", metadata: .keyed([.game: "\(list.game.id)", .reason: "\(error)"]))
            }
        }
        return failed
    }
}
