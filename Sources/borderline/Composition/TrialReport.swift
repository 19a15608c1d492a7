import Crawler
import Rankings

/// What a trial of an upstream showed.
struct TrialReport: Sendable {
    struct Line: Sendable {
        /// A request, the list of events, an event or a board.
        let about: String
        let field: String
        let value: Cell
    }

    /// Of the events that are listed beside the one that is looked at.
    private static let eventLimit = 10
    /// Of the names that are shown.
    private static let nameLimit = 3

    private(set) var lines: [Line] = []
    /// How many boards were understood.
    private(set) var boards = 0
    /// How many requests failed or were not understood.
    private(set) var failures = 0

    mutating func add(_ about: String, _ field: String, _ value: Cell) {
        lines.append(Line(about: about, field: field, value: value))
    }

    mutating func fail(_ about: String, _ problem: String) {
        failures += 1
        add(about, "problem", .text(problem))
    }

    /// The newest of all events.
    mutating func add(_ events: [Event]) {
        add("events", "count", .integer(events.count))
        for event in events.sorted(by: { $0.times.starts > $1.times.starts }).prefix(Self.eventLimit) {
            add("events", event.id.rawValue, .text("\(event.times.starts) to \(event.times.ends) \(event.name)"))
        }
    }

    /// Every field of the event whose boards are looked at.
    mutating func add(_ event: Event) {
        let about = "event \(event.id)"
        add(about, "upstream id", .text(event.upstreamID))
        add(about, "name", .text(event.name))
        add(about, "kind", .text(event.kind))
        add(about, "starts", .instant(event.times.starts))
        add(about, "ends", .instant(event.times.ends))
        add(about, "announces", .instant(event.times.announces))
        add(about, "closes", .instant(event.times.closes))
        add(about, "boards", .text(event.boards.map(\.id.name).joined(separator: " ")))
    }

    /// What one answer shows of a board.
    mutating func add(_ shown: ShownBoard, of board: BoardID, known: Bool, now: Instant) {
        let about = "board \(board)"
        boards += 1
        if !known { add(about, "unknown", .text("the event has no such board")) }
        if shown.isCounting { add(about, "counting", .flag(true)) }
        if let entries = shown.entries { add(entries, about: about) }
        if let borders = shown.borders { add(borders, about: about) }
        if let shownAt = shown.shownAt {
            add(about, "shown at", .instant(shownAt))
            add(about, "age in seconds", .integer((now - shownAt).wholeMilliseconds / 1000))
        }
        for (reason, count) in shown.dropped.sorted(by: { $0.key < $1.key }) {
            add(about, "left out", .text("\(count) \(reason)"))
        }
    }

    /// What all answers together would be recorded as.
    mutating func add(_ assembly: ReadingAssembly, of board: BoardID) {
        let outcome =
            switch assembly {
            case .missed(let reason): "missed: \(reason)"
            case .reading(let reading, let reason):
                reading.isPartial ? "partial: \(reason ?? "")" : "whole: " + Self.parts(of: reading)
            }
        add("board \(board)", "reading", .text(outcome))
    }

    private static func parts(of reading: Reading) -> String {
        [reading.entries.map { "\($0.count) entries" }, reading.borders.map { "\(Set($0.map(\.rank)).count) borders" }]
            .compactMap { $0 }.joined(separator: ", ")
    }

    private mutating func add(_ entries: [Entry], about: String) {
        add(about, "entries", .integer(entries.count))
        guard let first = entries.first, let last = entries.last else { return }
        add(about, "first", .text("rank \(first.rank), \(first.score)"))
        add(about, "last", .text("rank \(last.rank), \(last.score)"))
        let sizes = entries.map(\.player.bytes.count)
        let players = Set(entries.map(\.player)).count
        add(about, "player ids", .text("\(players) of \(sizes.min() ?? 0) to \(sizes.max() ?? 0) bytes"))
        let names = entries.map(\.name).filter { !$0.isEmpty }
        add(about, "names", .integer(names.count))
        for name in names.prefix(Self.nameLimit) { add(about, "name", .text(name)) }
    }

    private mutating func add(_ borders: [Border], about: String) {
        let ranks = Set(borders.map(\.rank)).sorted()
        add(about, "borders", .integer(borders.count))
        add(about, "ranks", .text(ranks.map(String.init).joined(separator: " ")))
        let ordered = borders.sorted { $0.rank < $1.rank }
        guard let best = ordered.first, let worst = ordered.last else { return }
        add(about, "highest border", .text("rank \(best.rank), \(best.score)"))
        add(about, "lowest border", .text("rank \(worst.rank), \(worst.score)"))
        let repeated = borders.count - ranks.count
        if repeated > 0 { add(about, "left out", .text("\(repeated) of a repeated rank")) }
    }
}
