import Crawler
import Foundation
import Pipeline
import Publisher
import Rankings
import Settings
import Storage
import Timekeeping
import Transfer

/// What the doctor looks at, each on its own: one that fails hides no other.
struct Examination: Sendable {
    /// Free space below which the disk counts as nearly full: some months of a busy game.
    private static let leastFreeBytes: Int64 = 1 << 30
    /// How far the machine's clock may differ from the database's before slots are attributed wrongly.
    private static let clockTolerance = Duration.seconds(5)

    /// Smaller tables hold too few full pages to tell whether they are compressed.
    private static let leastJudgedBytes = 32 << 20

    let workplace: Workplace
    let client: TransferClient

    func findings() async -> [Finding] {
        var findings = [disk("data", workplace.configuration.data), disk("output", workplace.configuration.output)]
        findings += await diskBudget()
        findings += await database()
        findings += [await backup(), timeZones(), templates(), jobs()]
        findings += await publishedBucket()
        if workplace.configuration.games.isEmpty {
            findings.append(.well("games", "none is configured, nothing is crawled"))
        }
        for game in workplace.configuration.games { findings.append(await upstream(game)) }
        return findings
    }

    private func disk(_ subject: String, _ folder: String) -> Finding {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            guard FileManager.default.isWritableFile(atPath: folder) else {
                return .ill(subject, "\(folder) cannot be written", mend: "give it to the user that runs borderline")
            }
            let attributes = try FileManager.default.attributesOfFileSystem(forPath: folder)
            let free = (attributes[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
            guard free >= Self.leastFreeBytes else {
                return .ill(subject, "\(folder) has \(free >> 20) MiB left", mend: "free at least 1 GiB, or move it")
            }
            return .well(subject, "\(folder), \(free >> 30) GiB free")
        } catch {
            return .ill(
                subject, "\(folder) cannot be made: \(error.localizedDescription)",
                mend: "set the key \(subject) to a folder that can be written")
        }
    }

    private func database() async -> [Finding] {
        let openStore = OpenStore(workplace)
        let kind = workplace.configuration.database == nil ? "embedded server" : "server"
        do {
            return try await openStore.withPool { pool in
                let store = Store(pool: pool, pseudonyms: try openStore.pseudonymKey())
                let status = try await store.schemaStatus()
                let asked = SystemTime().now()
                let server = try await store.serverFacts()
                let bytes = status.pending == 0 ? try await store.historyBytes() : nil
                let schema = status.pending == 0 ? "" : ", \(status.pending) pending: the next command applies them"
                return [
                    .well("database", "\(kind), MariaDB \(server.version), schema \(status.version)\(schema)"),
                    clock(against: server.now, asked: asked),
                ] + (bytes.map { [room(held: $0.held, onDisk: $0.onDisk)] } ?? [])
            }
        } catch {
            return [
                .ill(
                    "database", "\(kind): \(error)",
                    mend: workplace.configuration.database == nil
                        ? "install mariadb-server, and see \(workplace.configuration.data)/mariadb for its log"
                        : "check the keys under database, and that the server runs")
            ]
        }
    }

    /// Compressed pages give back the blocks they do not fill, where the file system punches holes into files.
    private func room(held: Int, onDisk: Int) -> Finding {
        if held >= Self.leastJudgedBytes, onDisk > held * 4 / 5 {
            return .ill(
                "history", "takes \(onDisk >> 20) MiB: its file system punches no holes into compressed pages",
                mend: "move the database to ext4, XFS or btrfs for a fifth of the room")
        }
        return .well("history", "takes \(onDisk >> 10) KiB")
    }

    private func clock(against database: Instant, asked: Instant) -> Finding {
        let difference = database - asked
        if difference > Self.clockTolerance || difference < .zero - Self.clockTolerance {
            return .ill(
                "clock", "differs from the database's by \(difference.inSeconds) s",
                mend: "keep both machines' clocks by NTP (systemd-timesyncd or chrony)")
        }
        return .well("clock", "\(asked), in step with the database")
    }

    private func timeZones() -> Finding {
        guard TimeZone(identifier: "Asia/Tokyo")?.secondsFromGMT() == 9 * 3600 else {
            return .ill("time zones", "no time-zone data", mend: "install the package tzdata")
        }
        return .well("time zones", "known")
    }

    private func templates() -> Finding {
        do {
            let folder = try workplace.share.path(of: "Templates")
            _ = try PageRenderer(templates: folder)
            return .well("templates", folder)
        } catch {
            return .ill("templates", "\(error)", mend: "mend the template, or set the key share to the program's own")
        }
    }

    private func jobs() -> Finding {
        do {
            let (count, place) = try ScheduledJobs(workplace: workplace).check()
            return .well("jobs", "\(count), of \(place)")
        } catch {
            return .ill("jobs", "\(error)", mend: "mend the line, or set the key share to the program's own folder")
        }
    }

    private func upstream(_ game: GameSettings) async -> Finding {
        let subject = "upstream \(game.id)"
        if game.adapter == .house { return .well(subject, "none: its boards are read from the database") }
        do {
            guard game.events.isEmpty else {
                return .well(subject, "not asked: its events are configured; see borderline upstream try \(game.id)")
            }
            let configuration = workplace.configuration
            let time = try await workplace.timeSource(client: client)
            let source = game.source(
                fetching: try game.fetching(client: client, time: time, configuration: configuration),
                crawl: configuration.crawl, time: time)
            let events = try await source.crawl.events()
            return .well(subject, "answers, with \(events.count) events")
        } catch {
            return .ill(subject, "\(error)", mend: "check games.url, and that the upstream is up")
        }
    }
}
