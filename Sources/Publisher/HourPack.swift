/// `at/<unix-hour>.json`: the minutes of one hour as the first of them and what changed in each that follows. The
/// format is in `Docs/editions.md`.
struct HourPack: Sendable {
    static let version = 3

    let bytes: [UInt8]

    /// - Parameter minutes: of one board and hour, oldest first, at least one.
    init(minutes: [MinuteState]) {
        guard let first = minutes.first else { preconditionFailure("an hour's pack has at least one minute") }
        let players = Self.players(of: minutes)
        let index = Dictionary(players.enumerated().map { ($1, Int64($0)) }) { first, _ in first }
        bytes = JSONWriter.document(capacity: Self.expectedBytes) { writer in
            writer.field("v", Self.version)
            writer.field("board", first.board)
            writer.field("hour", first.minute / 60 * 3600)
            writer.arrayField("players") { writer in
                for player in players { writer.string(player) }
            }
            writer.arrayField("minutes") { writer in
                var previous: MinuteState?
                for minute in minutes {
                    Self.write(minute, after: previous, index: index, to: &writer)
                    previous = minute
                }
            }
        }
    }

    /// Every player of the hour, in the order of the first minute each is in.
    private static func players(of minutes: [MinuteState]) -> [String] {
        var known: Set<String> = []
        var players: [String] = []
        for minute in minutes {
            for player in minute.entries.player where known.insert(player).inserted { players.append(player) }
        }
        return players
    }

    private static func write(
        _ minute: MinuteState, after previous: MinuteState?, index: [String: Int64], to writer: inout JSONWriter
    ) {
        writer.object { writer in
            writer.field("minute", minute.minute % 60)
            write(minute.head, after: previous?.head, to: &writer)
            let entries = EntriesPatch(
                minute.entries, after: previous?.entries ?? .init(), minute: minute.minute, index: index)
            if !entries.isEmpty { writer.objectField("entries", entries.write) }
            let borders = BordersPatch(
                minute.borders, after: previous?.borders ?? .init(), minute: minute.minute)
            if !borders.isEmpty { writer.objectField("borders", borders.write) }
        }
    }

    /// Writes the values that differ from the minute before.
    private static func write(
        _ head: MinuteState.Head, after previous: MinuteState.Head?, to writer: inout JSONWriter
    ) {
        if head.lag != previous?.lag || previous == nil { writer.field("lag", head.lag) }
        if head.wait != previous?.wait || previous == nil { writer.field("wait", head.wait) }
        if head.outcome != previous?.outcome { writer.field("outcome", head.outcome) }
        if head.reason != previous?.reason || previous == nil { writer.field("reason", head.reason) }
        if head.phase != previous?.phase { writer.field("phase", head.phase) }
        if head.isFinal != previous?.isFinal { writer.field("final", head.isFinal) }
        if head.forecast != previous?.forecast || previous == nil { writer.field("forecast", head.forecast) }
    }

    /// A board of 100 entries with a third of them moving in each minute, in bytes.
    private static let expectedBytes = 20_000
}
