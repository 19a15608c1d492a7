import Activity
import Rankings

/// `latest.json`, the root of one board, and the same bytes as `at/<unix-minute>.json`. A pure function of the edition.
package struct LatestDocument: Sendable {
    package static let version = 1

    package let edition: Edition
    /// What this document's players and their names are found in.
    private let namesDocument: NamesDocument
    /// Its hash.
    package var names: String { namesDocument.hash }

    /// Finds the players; the text is written when `bytes` is asked for.
    package init(edition: Edition) {
        self.init(edition: edition, names: NamesDocument(standing: edition.standing))
    }

    init(edition: Edition, names: NamesDocument) {
        self.edition = edition
        namesDocument = names
    }

    /// The file, line feed included; the same for the same edition on any day.
    package var bytes: [UInt8] {
        JSONWriter.document(capacity: Self.expectedBytes) { writer in
            writer.field("v", Self.version)
            writer.field("board", edition.board.id.description)
            writeTimes(to: &writer)
            writeOutcome(to: &writer)
            writeWindows(to: &writer)
            writer.objectField("entries", writeEntries)
            writer.objectField("borders", writeBorders)
            writer.field("names", names)
            writer.field("series", edition.series)
            writer.field("forecast", edition.forecast?.document)
            writer.field("forecast_made", edition.forecast?.forecast.madeAt.unixSeconds)
            writer.field("forecast_absence", edition.forecast?.forecast.absence?.rawValue)
            if let removed = edition.playersRemoved { writer.field("players_removed", removed.unixSeconds) }
        }
    }

    private func writeTimes(to writer: inout JSONWriter) {
        let times = edition.board.times
        writer.field("slot", edition.slot.unixSeconds)
        writer.field("as_of", edition.standing.asOf?.unixSeconds)
        writer.field("next", edition.next?.unixSeconds)
        writer.field("phase", edition.phase.rawValue)
        writer.field("starts", times.starts.unixSeconds)
        writer.field("ends", times.ends.unixSeconds)
        writer.field("announces", times.announces.unixSeconds)
        writer.field("final", edition.standing.isFinal)
        writer.field("scale", edition.board.rules.scale)
    }

    private func writeOutcome(to writer: inout JSONWriter) {
        writer.field("outcome", edition.outcome.outcome.rawValue)
        writer.field("reason", edition.outcome.reason)
    }

    private func writeWindows(to writer: inout JSONWriter) {
        writer.arrayField("windows") { writer in
            for window in edition.gains {
                writer.object { writer in
                    writer.field("hours", window.hours)
                    writer.field("seen", window.coverage.seen)
                    writer.field("planned", window.coverage.planned)
                }
            }
        }
    }

    private func writeEntries(to writer: inout JSONWriter) {
        let entries = edition.standing.entries
        writer.column("rank_steps", Differences.of(entries.map { Int64($0.rank) }).map { $0 })
        let places = Dictionary(namesDocument.players.enumerated().map { ($1, Int64($0)) }) { first, _ in first }
        writer.column("player", entries.map { places[$0.player] })
        writer.column("score", entries.map(\.score))
        writer.arrayField("gains") { writer in
            for window in edition.gains {
                writer.array { $0.numbers(entries.map { window.players[$0.player] }) }
            }
        }
        writer.column("idle", entries.map { idleMinutes(since: $0.scoredAt) })
        if let hour = edition.hour {
            writer.column("climbed", entries.map { entry in hour.ranks[entry.player].map { Int64($0 - entry.rank) } })
            writer.column("games", entries.map { entry in hour.games[entry.player].map(Int64.init) })
        }
    }

    private func writeBorders(to writer: inout JSONWriter) {
        let borders = edition.standing.borders
        writer.column("rank_steps", Differences.of(borders.map { Int64($0.rank) }).map { $0 })
        writer.column("score", borders.map(\.score))
        writer.arrayField("gains") { writer in
            for window in edition.gains {
                writer.array { $0.numbers(borders.map { window.borders[$0.rank] }) }
            }
        }
        writer.column("idle", borders.map { idleMinutes(since: $0.scoredAt) })
    }

    private func idleMinutes(since slot: Slot) -> Int64 { Int64(edition.slot - slot) }

    /// A board of 100 entries and 20 borders, in bytes.
    private static let expectedBytes = 10_000
}
