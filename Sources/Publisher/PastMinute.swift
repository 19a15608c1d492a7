import Rankings

/// One minute of a sealed hour as the store has it.
package struct PastMinute: Hashable, Sendable {
    /// What was published; its forecast and gains are not looked at.
    package let edition: Edition
    /// The hash of the forecast's document it showed.
    package let forecast: String?

    package init(edition: Edition, forecast: String?) {
        self.edition = edition
        self.forecast = forecast
    }
}

extension OutputFile {
    /// A sealed hour of a board. Most files of an event are its hours: they have no gzip, for whatever runs the script
    /// that reads them knows Brotli.
    ///
    /// - Parameter minutes: oldest first; nil is returned where there is none.
    package static func sealedHour(_ minutes: [PastMinute]) -> OutputFile? {
        guard let first = minutes.first?.edition else { return nil }
        return OutputFile(
            path: OutputPath.hour(of: first.board.id, slot: first.slot),
            bytes: HourPack(minutes: minutes.map(MinuteState.init)).bytes, kind: .immutable, contentType: .json,
            codings: [.brotli, .identity])
    }
}

extension MinuteState {
    init(_ past: PastMinute) {
        let edition = past.edition
        let standing = edition.standing
        minute = edition.slot.unixMinute
        board = edition.board.id.description
        head = Head(
            lag: standing.asOf.map { Int64(edition.slot - $0) }, wait: edition.next.map { Int64($0 - edition.slot) },
            outcome: edition.outcome.outcome.rawValue, reason: edition.outcome.reason, phase: edition.phase.rawValue,
            isFinal: standing.isFinal, forecast: past.forecast)
        entries = Columns(
            rank: standing.entries.map { Int64($0.rank) }, player: standing.entries.map(\.player.description),
            score: standing.entries.map { JSONWriter.exact($0.score) },
            since: standing.entries.map(\.scoredAt.unixMinute))
        borders = Columns(
            rank: standing.borders.map { Int64($0.rank) }, player: [],
            score: standing.borders.map { JSONWriter.exact($0.score) },
            since: standing.borders.map(\.scoredAt.unixMinute))
    }
}
