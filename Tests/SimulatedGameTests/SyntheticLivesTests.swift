import Rankings
import Testing

@testable import SimulatedGame

/// What players of invented events do: they sleep, rename themselves, give up, are banned, and hurry at the end.
@Suite struct SyntheticLivesTests {
    private let world = Fixtures.world
    private let event = Fixtures.marathon
    private let snapshots: [[RankedPlayer]]

    init() {
        let world = world
        let event = event
        snapshots = Fixtures.hours(of: event).map { world.entries(of: event, on: .main, at: $0) }
    }

    private func scores(afterHours hours: Int) -> [Int64: Int64] {
        Dictionary(uniqueKeysWithValues: snapshots[hours - 1].map { ($0.player.userID, $0.score) })
    }

    /// The players who are in the top 100 at every full hour of the range.
    private func regulars(_ range: ClosedRange<Int>) -> [Int64] {
        let first = Set(scores(afterHours: range.lowerBound).keys)
        return range.reduce(first) { $0.intersection(scores(afterHours: $1).keys) }.sorted()
    }

    @Test func nearlyAllSleepSomeHoursOfEachDay() {
        let days = [30...54, 54...78, 78...102]
        for day in days {
            let players = regulars(day)
            let sleepers = players.filter { player in
                let gained = zip(day, day.dropFirst()).map { before, after in
                    scores(afterHours: before)[player] != scores(afterHours: after)[player]
                }
                // A night of five hours holds at least three whole clock hours without a play.
                return gained.split(whereSeparator: { $0 }).contains { $0.count >= 3 }
            }
            #expect(players.count > 50)
            #expect(Double(sleepers.count) > 0.85 * Double(players.count))
        }
    }

    @Test func nightsAreQuieterThanEvenings() throws {
        // The event starts at 15:00 in the home zone: 60 hours later it is 3:00, 53 hours later 20:00.
        func gain(_ from: Int, _ to: Int) -> Int64 {
            let before = scores(afterHours: from)
            return scores(afterHours: to).reduce(0) { $0 + max($1.value - (before[$1.key] ?? $1.value), 0) }
        }
        #expect(gain(60, 62) * 3 < gain(53, 55))
        let rows = { (hours: Int) in
            world.borders(of: event, on: .main, at: event.window.starts + .hours(hours)).first { $0.rank == 5000 }
        }
        let night = try #require(rows(62)).score - (try #require(rows(60)).score)
        let evening = try #require(rows(55)).score - (try #require(rows(53)).score)
        #expect(night * 3 < evening)
    }

    @Test func everybodyHurriesAtTheEnd() throws {
        for rank in [200, 1000, 10_000] {
            let scores = try [144, 168, 192].map { hours in
                let rows = world.borders(of: event, on: .main, at: event.window.starts + .hours(hours))
                return try #require(rows.first { $0.rank == rank }).score
            }
            #expect(Double(scores[2] - scores[1]) > 1.4 * Double(scores[1] - scores[0]))
        }
        let players = regulars(144...192)
        func gain(_ from: Int, _ to: Int) -> Int64 {
            let before = scores(afterHours: from)
            let after = scores(afterHours: to)
            return players.reduce(0) { $0 + (after[$1] ?? 0) - (before[$1] ?? 0) }
        }
        #expect(gain(168, 192) > gain(144, 168))
    }

    @Test func someRenameThemselvesAndKeepTheNewName() throws {
        var names: [Int64: [String]] = [:]
        for row in snapshots.joined() where names[row.player.userID]?.last != row.name {
            names[row.player.userID, default: []].append(row.name)
        }
        let renamed = names.filter { $0.value.count > 1 }
        #expect(!renamed.isEmpty)
        // One new name in an event, and never back to the old one.
        #expect(renamed.allSatisfy { $0.value.count == 2 })
        let next = Fixtures.event(2)
        let later = world.entries(of: next, on: .main, at: next.window.starts + .hours(2))
        let kept = later.filter { row in renamed[row.player.userID]?.last == row.name }
        #expect(!kept.isEmpty)
    }

    @Test func bannedPlayersVanishFromAHighPlace() {
        var vanished = 0
        for (before, after) in zip(snapshots, snapshots.dropFirst()) {
            let present = Set(after.map(\.player.userID))
            vanished += before.prefix(60).count { !present.contains($0.player.userID) }
        }
        #expect(vanished >= 1)
    }

    @Test func aPlayerIsRemovedAfterTheResultIsOut() {
        let announced = world.entries(of: event, on: .main, at: event.window.announces)
        let closed = world.entries(of: event, on: .main, at: event.closes)
        let present = Set(closed.map(\.player.userID))
        #expect(announced.filter { !present.contains($0.player.userID) }.count == 1)
        #expect(announced == snapshots.last)
    }

    @Test func someGiveUp() {
        let before = scores(afterHours: 168)
        let after = scores(afterHours: 192)
        #expect(before.contains { after[$0.key] == $0.value })
    }
}
