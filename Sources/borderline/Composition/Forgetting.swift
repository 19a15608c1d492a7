import Backup
import Logging
import Pipeline
import Rankings
import Settings
import Storage
import Telemetry

/// Keeps forgotten players forgotten: the data directory's list, the database's and that of the place of backups say
/// the same, and nothing published names them.
///
/// What is to be forgotten is written to the lists first. Whatever comes after it is done again by the next start or
/// tick until it is done.
struct Forgetting: Sendable {
    /// A process that read a name just before it was removed may still publish it for so long.
    private static let publicationLimit = Duration.seconds(120)

    let workplace: Workplace

    private var directory: DataDirectory { DataDirectory(workplace.configuration.data) }
    /// Who is forgotten, whatever becomes of the database.
    private var local: ForgottenList { ForgottenList(FolderPlace(folder: directory.players)) }
    /// Whose names are gone from the output folder.
    private var unpublished: ForgottenList {
        ForgottenList(FolderPlace(folder: directory.players), folder: "unpublished")
    }

    /// The quick half of it, for a minute that must not wait: whoever is listed is recorded by name no more.
    func note(_ store: Store) async throws {
        let known = Set(try await store.forgottenPlayers().map(\.forgotten.id))
        for player in try await local.all() where !known.contains(player.id) { try await store.noteForgotten(player) }
    }

    /// Brings the database and the data directory's list together, and finishes what was begun. Called before anything
    /// is read or published; a tick does so after its minute.
    func catchUp(_ store: Store, now: Instant) async throws {
        let stored = try await store.forgottenPlayers()
        let listed = try await local.all()
        let known = Set(stored.map(\.forgotten.id))
        let unfinished = stored.filter { $0.erasedAt == nil }.map(\.forgotten)
        for player in unfinished + listed.filter({ !known.contains($0.id) }) {
            try await store.forget(player, now: now)
            workplace.logger.info(
                "player forgotten", metadata: .keyed([.game: "\(player.game)", .key: "\(player.player)"]))
        }
        if stored.count > listed.count || !known.isSubset(of: listed.map(\.id)) {
            try await local.add(stored.map(\.forgotten))
        }
    }

    /// The same with the place of backups: a player who was forgotten in any of the three is in all.
    func catchUp(_ store: Store, with place: any BackupPlace, now: Instant) async throws {
        let remote = ForgottenList(place)
        try await local.add(try await remote.all())
        try await catchUp(store, now: now)
        try await remote.add(try await local.all())
    }

    /// Writes down that a player is to be forgotten, then does it everywhere.
    ///
    /// - Returns: what was made again and removed of what is published.
    func forget(_ player: PlayerOfGame, _ parts: Composition) async throws -> RemovedNames {
        try await local.add([ForgottenPlayer(game: player.game, player: player.player, at: parts.time.now())])
        try await catchUp(parts.store, now: parts.time.now())
        return try await unpublish([player], parts)
    }

    /// Tells the place of backups; does nothing where none is configured.
    func tellBackups() async throws {
        let settings = workplace.configuration.backup
        guard settings.place != nil else { return }
        try await settings.withPlace(userAgent: workplace.userAgent) { place in
            try await ForgottenList(place).add(try await local.all())
        }
    }

    /// Finishes what is not: called with each tick, and cheap where there is nothing to do.
    func finish(_ parts: Composition) async throws {
        try await catchUp(parts.store, now: parts.time.now())
        let done = Set(try await unpublished.all().map(\.id))
        let pending = try await local.all().filter { !done.contains($0.id) }
        if pending.isEmpty { return }
        let began = parts.time.now()
        _ = try await unpublish(Set(pending.map(\.id)), parts)
        try await unpublished.add(pending.filter { began - $0.at >= Self.publicationLimit })
    }

    /// The one place where names leave what is published. Whatever else is published of the events that are touched and
    /// holds names is made again here.
    private func unpublish(_ players: Set<PlayerOfGame>, _ parts: Composition) async throws -> RemovedNames {
        let removed = try await parts.pipeline.removeNames(of: players)
        if !removed.events.isEmpty {
            _ = try await DumpJob(parts).run(.dumped(among: removed.events), keepsPrevious: false)
        }
        for event in removed.events.sorted() {
            workplace.logger.info("names removed", metadata: .keyed([.event: "\(event)"]))
        }
        return removed
    }
}
