import Crawler
import Rankings
import Testing

private let slot = Slot(unixMinute: 29_000_000)
private let id = BoardID(event: EventID(rawValue: "sim-1"), name: "main")
private let times = EventTimes(
    starts: slot.start, ends: slot.start + .hours(24), announces: slot.start + .hours(24),
    closes: slot.start + .hours(48))

/// Players are one-byte ids, and their pseudonym is that byte.
private func pseudonym(_ player: PlayerID) -> Pseudonym { Pseudonym(value: UInt64(player.bytes[0])) }

private func entries(_ scores: [Int64], first: UInt8 = 0) -> [Entry] {
    scores.enumerated().map { place, score in
        Entry(rank: place + 1, player: PlayerID(bytes: [first + UInt8(place)]), name: "", score: score)
    }
}

private func standing(_ scores: [Int64], borders: [Int: Int64] = [:], isFinal: Bool = false) -> Standing {
    Standing(
        board: id, slot: slot, asOf: slot,
        entries: scores.enumerated().map { place, score in
            StandingEntry(
                rank: place + 1, player: Pseudonym(value: UInt64(place)), name: "", score: score, scoredAt: slot)
        },
        borders: borders.sorted { $0.key < $1.key }.map { .init(rank: $0.key, score: $0.value, scoredAt: slot) },
        isFinal: isFinal)
}

private func refusal(
    entries: [Entry]?, borders: [Border]? = nil, after standing: Standing, running: Standing? = nil,
    isMonotone: Bool = true, isFinal: Bool = false
) -> String? {
    let reading = Reading(
        board: id, slot: slot + 1, seenAt: slot.start, entries: entries, borders: borders, isFinal: isFinal)
    let board = Board(id: id, title: "", times: times, rules: BoardRules(isMonotone: isMonotone))
    return Acceptance().refusal(of: reading, on: board, after: standing, running: running, pseudonym: pseudonym)
}

private func correction(entries: [Entry]?, borders: [Border]? = nil, of standing: Standing) -> String? {
    let reading = Reading(
        board: id, slot: slot + 1, seenAt: slot.start, entries: entries, borders: borders, isFinal: true)
    return Acceptance().correction(by: reading, of: standing, pseudonym: pseudonym)
}

@Suite struct AcceptanceTests {
    @Test func firstReadingIsAccepted() {
        #expect(refusal(entries: entries([5, 4, 3]), after: standing([])) == nil)
        #expect(refusal(entries: [], borders: [], after: standing([])) == nil)
    }

    @Test(
        arguments: [
            (nil, nil), (-3_600, nil), (120, nil), (121, "shows 2025-02-19T21:22:01Z, which is to come"),
        ] as [(Int64?, String?)])
    func whatIsToComeIsRefused(secondsAhead: Int64?, expected: String?) {
        let reading = Reading(
            board: id, slot: slot, seenAt: slot.start, entries: [], borders: [], isFinal: false,
            shownAt: secondsAhead.map { slot.start + .seconds($0) })
        let board = Board(id: id, title: "", times: times)
        #expect(Acceptance().refusal(of: reading, on: board, after: standing([]), pseudonym: pseudonym) == expected)
    }

    @Test(arguments: [(2, nil), (1, "only 1 of 4 entries"), (0, "only 0 of 4 entries")] as [(Int, String?)])
    func halfTheRowsAreEnough(count: Int, expected: String?) {
        #expect(
            refusal(entries: entries([8, 7, 6, 5].prefix(count).map { $0 }), after: standing([8, 7, 6, 5])) == expected)
    }

    @Test func fewerThanHalfOfTheBordersAreRefused() {
        let before = standing([], borders: [100: 9, 200: 8, 300: 7])
        #expect(refusal(entries: nil, borders: [Border(rank: 100, score: 9)], after: before) == "only 1 of 3 borders")
        #expect(refusal(entries: nil, borders: nil, after: before) == nil)
    }

    @Test(
        arguments: [
            ([9, 7, 6, 5], nil), ([8, 7, 5, 4], nil), ([7, 6, 5, 5], "3 of 4 players fell"),
        ] as [([Int64], String?)])
    func moreThanHalfFallingIsRefused(scores: [Int64], expected: String?) {
        #expect(refusal(entries: entries(scores), after: standing([8, 7, 6, 5])) == expected)
    }

    @Test func scoresMayFallWhereTheBoardIsNotMonotone() {
        #expect(refusal(entries: entries([4, 3, 2, 1]), after: standing([8, 7, 6, 5]), isMonotone: false) == nil)
    }

    @Test func strangersCannotFall() {
        #expect(refusal(entries: entries([4, 3, 2, 1], first: 100), after: standing([8, 7, 6, 5])) == nil)
    }

    @Test func orderOfRanksAndScoresIsChecked() {
        let swapped = [entries([5, 4])[1], entries([5, 4])[0]]
        #expect(refusal(entries: swapped, after: standing([])) == "rank 1 follows rank 2")
        #expect(refusal(entries: entries([4, 5]), after: standing([])) == "rank 2 has more than rank 1")
        #expect(refusal(entries: entries([5, -1]), after: standing([])) == "rank 2 with score -1")
        let twice = [entries([5])[0], Entry(rank: 2, player: PlayerID(bytes: [0]), name: "", score: 4)]
        #expect(refusal(entries: twice, after: standing([])) == "a player is listed twice")
        let borders = [Border(rank: 200, score: 5), Border(rank: 100, score: 4)]
        #expect(refusal(entries: nil, borders: borders, after: standing([])) == "border 200 has more than border 100")
    }

    @Test func tiesAreInOrder() {
        let tied = [5, 5, 5].enumerated().map { place, score in
            Entry(rank: 1, player: PlayerID(bytes: [UInt8(place)]), name: "", score: Int64(score))
        }
        #expect(refusal(entries: tied, after: standing([])) == nil)
    }

    @Test func announcedResultIsNotDowngraded() {
        let result = standing([8, 7], isFinal: true)
        #expect(refusal(entries: entries([8, 7]), after: result) == "older than the announced result")
        #expect(refusal(entries: entries([9, 7]), after: result, isFinal: true) == nil)
    }

    /// Of twenty players, three scored in the last minute.
    private static let before = (0..<20).map { Int64(100 - $0) }
    private static let result = before.enumerated().map { $0.offset % 9 == 0 ? $0.element + 1 : $0.element }

    @Test func answerFromBeforeTheEndIsNoCorrection() {
        let running = standing(Self.before)
        let result = standing(Self.result, isFinal: true)
        #expect(
            refusal(entries: entries(Self.before), after: result, running: running, isFinal: true)
                == "older than the announced result: 3 of 3 players are back before the end")
        let older = Self.before.map { $0 - 50 }
        #expect(
            refusal(entries: entries(older), after: result, running: running, isFinal: true)
                == "older than the announced result: 3 of 3 players are back before the end")
        #expect(
            refusal(entries: entries(older), after: result, isFinal: true) == "20 of 20 players fell",
            "without what was before the end the share tells")
    }

    @Test func bordersFromBeforeTheEndAreNoCorrection() {
        let running = standing([], borders: [100: 90, 200: 80, 300: 70])
        let result = standing([], borders: [100: 95, 200: 85, 300: 70], isFinal: true)
        func refused(_ scores: [Int64]) -> String? {
            let borders = zip([100, 200, 300], scores).map { Border(rank: $0, score: $1) }
            return refusal(entries: [], borders: borders, after: result, running: running, isFinal: true)
        }
        #expect(refused([90, 80, 70]) == "older than the announced result: 2 of 2 borders are back before the end")
        #expect(refused([89, 79, 69]) == "older than the announced result: 2 of 2 borders are back before the end")
        // Somebody above was banned: each rank has the score of the one below it.
        #expect(refused([94, 84, 69]) == nil)
        #expect(refused([95, 85, 70]) == nil)
        #expect(refused([95, 80, 70]) == nil)
    }

    @Test func correctionsOfFewPlayersAreAccepted() {
        let running = standing(Self.before)
        let result = standing(Self.result, isFinal: true)
        // The first is banned, everybody moves up.
        let banned = Array(entries(Self.result).dropFirst())
        #expect(refusal(entries: banned, after: result, running: running, isFinal: true) == nil)
        var lowered = Self.result
        lowered[19] = 1
        #expect(refusal(entries: entries(lowered), after: result, running: running, isFinal: true) == nil)
        lowered[18] = 2
        #expect(refusal(entries: entries(lowered), after: result, running: running, isFinal: true) == nil)
        lowered[17] = 3
        #expect(
            refusal(entries: entries(lowered), after: result, running: running, isFinal: true)
                == "3 of 20 players fell")
        #expect(refusal(entries: entries(lowered), after: standing(Self.result)) == nil, "the board still runs")
    }

    @Test func oneOfFewMayLosePoints() {
        let result = standing([8, 7, 6], isFinal: true)
        #expect(refusal(entries: entries([8, 7, 1]), after: result, isFinal: true) == nil)
        #expect(refusal(entries: entries([8, 2, 1]), after: result, isFinal: true) == "2 of 3 players fell")
    }

    @Test func correctionSaysWhatItCorrects() {
        let result = standing([8, 7, 6], borders: [100: 5, 200: 4], isFinal: true)
        let same = [Border(rank: 100, score: 5), Border(rank: 200, score: 4)]
        #expect(correction(entries: entries([8, 7, 6]), borders: same, of: result) == nil)
        #expect(correction(entries: nil, borders: nil, of: result) == nil)
        #expect(correction(entries: [], borders: [], of: standing([8, 7])) == nil, "nothing was announced")
        #expect(
            correction(entries: entries([8, 7, 5]), borders: [same[0]], of: result)
                == "corrects the announced result: 1 player with another score, 1 border")
        #expect(
            correction(entries: entries([7, 6, 5, 4], first: 1), borders: nil, of: result)
                == "corrects the announced result: 1 player left, 2 players came")
    }
}
