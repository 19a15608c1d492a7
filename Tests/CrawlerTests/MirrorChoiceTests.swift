import Rankings
import Testing

@testable import Crawler

@Suite struct MirrorChoiceTests {
    private func tally(_ answers: Int, of milliseconds: Int, failures: Int = 0) -> HostTally {
        var tally = HostTally()
        for _ in 0..<answers { tally.countAnswer(after: .milliseconds(milliseconds)) }
        for _ in 0..<failures { tally.countFailure() }
        return tally
    }

    @Test func classesGrowByTheSquareRootOfTwo() {
        #expect(LatencyClass(of: .zero).number == 0)
        #expect(LatencyClass(of: .milliseconds(10)).number == 0)
        #expect(LatencyClass(of: .milliseconds(11)).number == 1)
        #expect(LatencyClass(of: .milliseconds(20)) <= LatencyClass(number: 2))
        #expect(LatencyClass(of: .seconds(3600)).number == LatencyClass.last)
        #expect(LatencyClass(number: 99).number == LatencyClass.last)
        for number in 0..<LatencyClass.last {
            let bound = LatencyClass(number: number).upperBound
            #expect(LatencyClass(of: bound - .microseconds(100)).number == number)
            #expect(LatencyClass(of: bound + .milliseconds(1)).number == number + 1)
        }
    }

    @Test func threeOfFourAnswersTookNoLonger() {
        #expect(HostTally().latency75 == nil)
        #expect(tally(0, of: 0, failures: 5).latency75 == nil)
        #expect(tally(1, of: 5).latency75 == LatencyClass(number: 0).upperBound)
        var mixed = tally(3, of: 5)
        mixed.add(tally(1, of: 5000))
        #expect(mixed.latency75 == LatencyClass(number: 0).upperBound)
        mixed.add(tally(1, of: 5000))
        #expect(mixed.latency75 == LatencyClass(of: .seconds(5)).upperBound)
        #expect(mixed.requests == 5)
    }

    @Test func anAnswerThatIsRejectedIsAFailure() {
        var lying = tally(2, of: 5)
        lying.countRejection()
        #expect(lying.requests == 2 && lying.failureRate == 0.5)
        lying.countRejection()
        lying.countRejection()
        #expect(lying.failures == 3 && lying.failureRate == 1 && lying.latency75 == nil)
    }

    @Test func aHostThatIsNotKnownWeighsAsMuchAsTheBest() {
        #expect(MirrorChoice.weights([HostTally(), HostTally()]) == [1, 1])
        let waited = MirrorChoice.weights([tally(10, of: 5), HostTally(), HostTally()], waiting: [3, 1, 0])
        #expect(abs(waited[1] / waited[0] - MirrorChoice.leastShare) < 1e-9 && waited[2] == waited[0])
        let weights = MirrorChoice.weights([tally(10, of: 5), HostTally(), tally(10, of: 4000)])
        #expect(weights[1] == weights[0])
        #expect(abs(weights[2] / weights[0] - MirrorChoice.leastShare) < 1e-9)
        #expect(MirrorChoice.weights([tally(0, of: 0, failures: 4), tally(0, of: 0, failures: 1)]) == [1, 1])
    }

    @Test func theGoodOneGetsNineRequestsOfTen() {
        let weights = MirrorChoice.weights([tally(50, of: 400), tally(10, of: 20, failures: 40), tally(50, of: 20)])
        let picks = (0..<1000).map {
            MirrorChoice.place(among: [0, 1, 2], weights: weights, chance: Double($0) / 1000)
        }
        #expect(picks.count { $0 == 2 } >= 900)
        #expect(Set(picks) == [0, 1, 2])
    }

    @Test func onlyWhatIsAllowedIsChosen() {
        for chance in [0, 0.3, 0.999999] {
            #expect(MirrorChoice.place(among: [1], weights: [9, 1], chance: chance) == 1)
        }
        #expect(MirrorChoice.place(among: [0, 2], weights: [1, 100, 1], chance: 0.6) == 2)
        #expect(MirrorChoice.place(among: [0, 2], weights: [0, 0, 0], chance: 0.6) == 2)
    }

    @Test func periodsAreFiveMinutesAndTheWindowFourHours() {
        let period = HostPeriod(containing: Instant(unixSeconds: 1_767_247_499))
        #expect(period.start == Instant(unixSeconds: 1_767_247_200))
        #expect(HostPeriod(containing: Instant(unixSeconds: 1_767_247_500)).number == period.number + 1)
        #expect(period.start - period.windowStart.start == .hours(4) - .minutes(5))
    }
}
