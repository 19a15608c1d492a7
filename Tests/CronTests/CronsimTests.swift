import Foundation
import Rankings
import TestSupport
import Testing

@testable import Cron

/// Random expressions, zones and instants, held against another program that knows the same rules: cronsim of PyPI.
@Suite(.enabled(if: TestPython.has("cronsim") && Zones.isInstalled, "\(TestPython.advice)")) struct CronsimTests {
    private struct Case {
        let expression: String
        let zone: String
        let start: Int64

        var line: String { "\(expression)|\(zone)|\(start)" }
    }

    private static let batches = 10
    private static let casesPerBatch = 500
    /// How many runs of each are compared.
    private static let runs = 4
    /// cronsim begins a day at midnight and steps by whole hours, so it goes astray in zones that leave out midnight or
    /// change by half an hour. Our own tables have those.
    private static let zones = [
        "Europe/Berlin", "Europe/Dublin", "Europe/London", "America/New_York", "America/St_Johns", "Australia/Sydney",
        "Pacific/Auckland", "Africa/Casablanca", "Asia/Tokyo", "Asia/Kolkata", "UTC",
    ]

    private static let script = """
        import sys
        from datetime import datetime, timezone
        from zoneinfo import ZoneInfo
        from cronsim import CronSim, CronSimError
        for line in "\\n".join(sys.argv[2:]).split("\\n"):
            expression, zone, start = line.split("|")
            start, found = int(start), []
            try:
                for instant in CronSim(expression, datetime.fromtimestamp(start, ZoneInfo(zone))):
                    # From within an hour that comes twice it may answer with the first one.
                    if instant.timestamp() > start:
                        found.append(int(instant.timestamp()))
                    if len(found) == int(sys.argv[1]):
                        break
            except CronSimError:
                pass
            print(",".join(map(str, found)))
        """

    @Test(arguments: 0..<batches) func agrees(seed: Int) async throws {
        var random = SplitMix(state: UInt64(seed) &+ 77)
        let zones = try Dictionary(uniqueKeysWithValues: Self.zones.map { ($0, try Zones.rules($0)) })
        let cases = try (0..<Self.casesPerBatch).map { _ in try Self.randomCase(zones, &random) }
        let answer = try await TestPython.output(
            of: Self.script, ["\(Self.runs)", cases.map(\.line).joined(separator: "\n")])
        let expected = answer.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(expected.count == cases.count)
        for (item, expected) in zip(cases, expected) {
            let timing = try Timing(item.expression, in: try #require(zones[item.zone]))
            var found: [Int64] = []
            var cursor = Instant(unixSeconds: item.start)
            while found.count < Self.runs, let next = timing.next(after: cursor) {
                found.append(next.unixSeconds)
                cursor = next
            }
            let words = found.map(String.init).joined(separator: ",")
            #expect(words == expected, "\(item.line)")
        }
    }

    private static func randomCase(_ zones: [String: ZoneRules], _ random: inout SplitMix) throws -> Case {
        let zone = try #require(Self.zones.randomElement(using: &random))
        // 2020 to 2060; every other one within two days of a change of the clock.
        var start = Int64.random(in: 1_577_836_800..<2_840_140_800, using: &random)
        if Bool.random(using: &random), let end = zones[zone]?.span(at: start).end {
            start = end + Int64.random(in: -172_800...172_800, using: &random)
        }
        var fields = [
            field(0...59, &random), field(0...23, &random), field(1...31, &random), field(1...12, &random),
            field(0...7, &random),
        ]
        if random.next() % 5 == 0 { fields.insert(field(0...59, &random), at: 0) }
        return Case(expression: fields.joined(separator: " "), zone: zone, start: start)
    }

    private static func field(_ range: ClosedRange<Int>, _ random: inout SplitMix) -> String {
        switch random.next() % 5 {
        case 0, 1: return "*"
        case 2: return "*/\(Int.random(in: 1...range.upperBound, using: &random))"
        default:
            return (0...(random.next() % 3)).map { _ in
                let low = Int.random(in: range, using: &random)
                let high = Int.random(in: low...range.upperBound, using: &random)
                switch random.next() % 3 {
                case 0: return "\(low)"
                case 1: return "\(low)-\(high)"
                default: return low == high ? "\(low)" : "\(low)-\(high)/\(Int.random(in: 1...9, using: &random))"
                }
            }.joined(separator: ",")
        }
    }
}
