import Rankings
import Testing

@testable import Activity

struct PlayedHourTests {
    static let board = BoardID(event: EventID(rawValue: "sim-1"), name: "main")
    static let begin = Slot(unixMinute: 1_000)
    static let ann = Pseudonym(value: 1)
    static let ben = Pseudonym(value: 2)

    /// - Parameter asOf: minutes after the beginning; nil means that the slot itself was seen.
    static func standing(_ minute: Int, _ scores: [(Pseudonym, Int64)], asOf: Int? = nil) -> Standing {
        Standing(
            board: board, slot: begin + minute, asOf: begin + (asOf ?? minute),
            entries: scores.enumerated().map { place, entry in
                StandingEntry(rank: place + 1, player: entry.0, name: "x", score: entry.1, scoredAt: begin)
            }, borders: [], isFinal: false)
    }

    @Test func aScoreThatRisesIsAGame() {
        let hour = PlayedHour(
            [
                Self.standing(0, [(Self.ann, 100), (Self.ben, 90)]),
                Self.standing(1, [(Self.ann, 110), (Self.ben, 90)]),
                Self.standing(2, [(Self.ann, 110), (Self.ben, 90)]),
                Self.standing(3, [(Self.ben, 150), (Self.ann, 120)]),
            ], startedWithin: false)
        #expect(hour.games == [Self.ann: 2, Self.ben: 1])
        #expect(hour.ranks == [Self.ann: 1, Self.ben: 2])
    }

    @Test func whatWasNotSeenIsNoGame() {
        let hour = PlayedHour(
            [
                Self.standing(0, [(Self.ann, 100)]), Self.standing(1, [(Self.ann, 100)], asOf: 0),
                Self.standing(2, [(Self.ann, 140)]), Self.standing(3, [(Self.ann, 140)], asOf: 2),
            ], startedWithin: false)
        #expect(hour.games == [Self.ann: 1])
    }

    @Test func aCorrectionDownwardsIsNoGame() {
        let hour = PlayedHour(
            [Self.standing(0, [(Self.ann, 100)]), Self.standing(1, [(Self.ann, 80)])], startedWithin: false)
        #expect(hour.games == [Self.ann: 0])
    }

    @Test func whoCameLaterHasNoGames() {
        let hour = PlayedHour(
            [
                Self.standing(0, [(Self.ann, 100)]), Self.standing(1, [(Self.ann, 100), (Self.ben, 50)]),
                Self.standing(2, [(Self.ann, 100), (Self.ben, 60)]),
            ], startedWithin: false)
        #expect(hour.games == [Self.ann: 0])
        #expect(hour.ranks[Self.ben] == nil)
    }

    @Test func whoLeftAndCameBackPlayedInBetween() {
        let hour = PlayedHour(
            [
                Self.standing(0, [(Self.ann, 100), (Self.ben, 50)]), Self.standing(1, [(Self.ann, 100)]),
                Self.standing(2, [(Self.ann, 100), (Self.ben, 60)]),
            ], startedWithin: false)
        #expect(hour.games == [Self.ann: 0, Self.ben: 1])
    }

    @Test func everybodyBeginsABoardWithNothing() {
        let hour = PlayedHour(
            [
                Self.standing(0, []), Self.standing(1, [(Self.ann, 10)]), Self.standing(2, [(Self.ann, 10)]),
                Self.standing(3, [(Self.ben, 30), (Self.ann, 20)]),
            ], startedWithin: true)
        #expect(hour.games == [Self.ann: 2, Self.ben: 1])
        #expect(hour.ranks.isEmpty)
    }

    @Test func nothingSaysNothing() {
        #expect(PlayedHour([], startedWithin: false) == PlayedHour(ranks: [:], games: [:]))
    }
}
