import Rankings
import TestSupport
import Testing

@testable import Backup

@Suite struct RetentionTests {
    private func names(_ texts: String...) throws -> [BackupName] { try texts.map { try #require(BackupName($0)) } }

    private func daily(_ count: Int, until last: String) throws -> [BackupName] {
        let last = try #require(BackupName(last))
        return (0..<count).map { BackupName(last.instant - .hours(24 * $0)) }
    }

    @Test func nothingIsKeptOfNothing() {
        #expect(Retention.standard.kept([]).isEmpty)
    }

    @Test func theNewestIsKeptEvenByARetentionOfNone() throws {
        let names = try names("20260101T000000Z", "20260102T000000Z")
        #expect(Retention(days: 0, weeks: 0, months: 0).kept(names) == [names[1]])
    }

    @Test func ofOneDayTheNewestIsKept() throws {
        let names = try names("20260102T030000Z", "20260102T235959Z", "20260103T000000Z")
        #expect(Retention(days: 2, weeks: 0, months: 0).kept(names) == Set(names[1...]))
        #expect(Retention(days: 1, weeks: 0, months: 0).kept(names) == [names[2]])
    }

    @Test func weeksBeginOnMonday() throws {
        // A Sunday and the Monday after it.
        let names = try names("20260104T120000Z", "20260105T000000Z", "20260111T235959Z", "20260112T000000Z")
        #expect(Retention(days: 0, weeks: 3, months: 0).kept(names) == Set([names[0], names[2], names[3]]))
    }

    @Test func monthsAreThoseOfTheCalendar() throws {
        let names = try names("20251231T000000Z", "20260101T000000Z", "20260131T120000Z", "20260201T000000Z")
        #expect(Retention(days: 0, weeks: 0, months: 3).kept(names) == Set([names[0], names[2], names[3]]))
        #expect(Retention(days: 0, weeks: 0, months: 2).kept(names) == Set([names[2], names[3]]))
    }

    /// Two years of nightly backups, as `prune` would leave them: by hand from a calendar.
    @Test func twoYearsComeDownToFortySeven() throws {
        let kept = Retention.standard.kept(try daily(730, until: "20261121T031700Z"))
        let days = (0..<30).map { BackupName(Instant(unixSeconds: 1_795_231_020) - .hours(24 * $0)).description }
        // Sundays before 23 October, back to the twelfth week; ends of months back to the twelfth.
        let weeks = [
            "20261018", "20261011", "20261004", "20260927", "20260920", "20260913", "20260906",
        ]
        let months = [
            "20260930", "20260831", "20260731", "20260630", "20260531", "20260430", "20260331", "20260228", "20260131",
            "20251231",
        ]
        let expected = Set(days + (weeks + months).map { "\($0)T031700Z" })
        #expect(Set(kept.map(\.description)) == expected)
    }

    /// Pruned every night, what is there is what one pruning at the end leaves of the weeks and months.
    @Test func pruningEveryNightLosesNothingThatIsKeptLater() throws {
        let all = try daily(800, until: "20261121T031700Z").reversed()
        var there: Set<BackupName> = []
        for name in all {
            there.insert(name)
            let before = there
            there = Retention.standard.kept(there)
            #expect(there.contains(name) && there.isSubset(of: before))
        }
        #expect(there == Retention.standard.kept(all))
    }

    @Test func timeAloneRemovesNothing() throws {
        let old = try daily(400, until: "20200101T000000Z")
        let kept = Retention.standard.kept(old)
        let later = try #require(BackupName("20261121T000000Z"))
        let keptLater = Retention.standard.kept(kept.union([later]))
        // One day, one week and one month are pushed out at the most.
        #expect(keptLater.contains(later) && kept.subtracting(keptLater).count <= 3)
    }

    @Test func whatIsKeptIsAmongWhatIsThereWhateverThatIs() {
        var random = SplitMix(state: 7)
        for _ in 0..<200 {
            let names = (0..<Int.random(in: 1...80, using: &random)).map { _ in
                BackupName(Instant(unixSeconds: Int64.random(in: 0...2_000_000_000, using: &random)))
            }
            let retention = Retention(days: 5, weeks: 4, months: 3)
            let kept = retention.kept(names)
            #expect(kept.isSubset(of: names) && kept.count <= 12)
            #expect(names.max().map(kept.contains) == true)
            #expect(retention.kept(kept) == kept)
        }
    }
}
