import DiskSpace
import Rankings
import Testing

@Suite struct DiskProjectionTests {
    private static let start = Instant(unixSeconds: 1_795_176_000)

    private func projection(
        used: Int64, budget: Int64 = 1_000_000_000, free: Int64 = 1 << 50, grewBy growth: Int64 = 0, hours: Int = 48
    ) -> DiskProjection {
        DiskProjection(
            budget: budget, used: used, free: free,
            samples: [
                DiskSample(at: Self.start, bytes: used - growth),
                DiskSample(at: Self.start + .hours(hours), bytes: used),
            ])
    }

    @Test(arguments: [
        (0, false), (799_999_999, false), (800_000_000, true), (1_000_000_000, true), (2_000_000_000, true),
    ])
    func warnsFromFourFifthsOn(used: Int64, isWarning: Bool) {
        #expect(projection(used: used).isWarning == isWarning)
    }

    @Test func warnsTwoWeeksBeforeItIsFullAtThisRate() {
        // 100 MB in two days: 50 MB a day.
        let early = projection(used: 290_000_000, grewBy: 100_000_000)
        #expect(early.daysLeft == 14.2 && !early.isWarning)
        let late = projection(used: 310_000_000, grewBy: 100_000_000)
        #expect(late.daysLeft == 13.8 && late.isWarning)
        #expect(late.words == "310 MB of 1 GB (31 %), 50 MB more a day: full in 13 days")
    }

    @Test func theFileSystemCountsWhereItHasLessThanTheBudget() {
        let projection = projection(used: 100_000_000, free: 50_000_000, grewBy: 1_000_000)
        #expect(projection.daysLeft == 100 && projection.isWarning)
        #expect(projection.words.hasSuffix("the file system has 50 MB left, less than the budget"))
    }

    @Test func growthOfAMorningIsNoTrend() {
        #expect(projection(used: 500_000_000, grewBy: 400_000_000, hours: 23).bytesPerDay == nil)
        #expect(projection(used: 500_000_000, grewBy: 400_000_000, hours: 24).bytesPerDay == 400_000_000)
    }

    @Test func whatShrinksIsNeverFull() {
        let projection = projection(used: 100_000_000, grewBy: -5)
        #expect(projection.daysLeft == nil && !projection.isWarning)
        #expect(projection.words == "100 MB of 1 GB (10 %)")
    }

    @Test func noSamplesAndExtremesDoNotTrap() {
        #expect(DiskProjection(budget: 1, used: 0, free: 0, samples: []).isWarning)
        let extreme = projection(used: .max, budget: .max, grewBy: .max, hours: 24)
        #expect(extreme.isWarning && extreme.daysLeft == 0)
    }
}
