import Activity
import Rankings

/// How a player played: sessions, and games by hour and day.
struct PlayerRun {
    /// Oldest first.
    let steps: [ScoreStep]
    let presence: PlayerPresence
    let edition: Edition
    let words: Catalogue

    func add(to context: inout PageContext) {
        let sessions = PlaySession.all(of: steps)
        context.set(.count, sessions.count)
        context.set(.games, steps.count)
        context.set(.sessions, sessions.suffix(Self.mostSessions).reversed().map(row))
        context.set(.hasGames, !steps.isEmpty)
        context.set(.hourHeads, (0..<24).map { head($0) })
        let last = min(edition.slot, Slot(containing: edition.board.times.ends))
        let hours = PlayedHours(steps, from: Slot(containing: edition.board.times.starts), through: last)
        context.set(.heat, zip(hours.days, hours.games).map { heatRow(of: $0, games: $1) })
    }

    /// Three a day for eight days: older ones are seldom looked at, and the page stays small.
    private static let mostSessions = 24

    private func row(of session: PlaySession) -> PageContext {
        var row = PageContext()
        let (first, last) = (CivilTime(session.first.start), CivilTime(session.last.start))
        row[.when] = "\(words.shortDate(first)), \(first.clock)–\(last.clock)"
        row[.length] = words.length(.minutes(session.last - session.first))
        row.set(.games, session.games)
        row[.gain] = "+" + Wording.short(Double(session.gain) / divisor)
        row[.pace] = session.gamesPerHour.map { Wording.short($0) } ?? "–"
        row[.each] = Wording.short(session.pointsPerGame / divisor)
        row.set(.isRegular, session.isRegular)
        return row
    }

    private func head(_ hour: Int) -> PageContext {
        var head = PageContext()
        head[.hours] = hour < 10 ? "0\(hour)" : String(hour)
        return head
    }

    private func heatRow(of day: Slot, games: [Int]) -> PageContext {
        var row = PageContext()
        row[.when] = words.shortDate(CivilTime(day.start))
        row.set(
            .cells,
            games.enumerated().map { hour, count in
                var cell = PageContext()
                let slot = day + hour * Self.hourMinutes
                guard presence.isPast(slot) else {
                    cell[.games] = ""
                    return cell
                }
                let isKnown = count > 0 || presence.isKnown(slot)
                cell[.games] = isKnown ? String(count) : "?"
                cell[.style] = isKnown ? "h\(Self.heat(of: count))" : "unknown"
                return cell
            })
        return row
    }

    private static let hourMinutes = 60

    /// From 0, none, to 4.
    static func heat(of games: Int) -> Int { games == 0 ? 0 : min(4, 1 + games / 8) }

    private var divisor: Double { Double(edition.board.rules.scale) }
}
