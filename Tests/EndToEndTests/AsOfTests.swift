import Foundation
import Rankings
import Testing

/// What was published can be published again, byte for byte, whatever happened since.
@Suite struct AsOfTests {
    /// Editions that are compared; the event's players rename themselves between them.
    private static let wanted = 50

    @Test func savedEditionsEqualThoseMadeAgainLater() throws {
        let house = try House()
        let starts = Instant(unixSeconds: 1_767_247_200)
        try house.startSimulator(["--epoch", "\(starts)", "--start-at", "\(starts)", "--speed", "max", "--seed", "9"])
        try house.configure(game: "sim", cadence: "15m")
        let saved = try run(house, until: starts + .hours(30))
        #expect(saved.count >= Self.wanted)
        // A restart and a day more of data.
        _ = try house.output(["up", "--until", "\(starts + .hours(54))"], within: 600)
        let chosen = saved.keys.sorted().enumerated().filter { $0.offset % max(1, saved.count / Self.wanted) == 0 }
        for (_, slot) in chosen {
            let again = try house.output(["publish", "--as-of", String(slot), "sim-1/main"])
            #expect(Data(again.utf8) == saved[slot], "slot \(slot)")
        }
        #expect(chosen.count >= Self.wanted)
        try checkThatNamesChanged(between: starts + .hours(6), and: starts + .hours(54), in: house)
    }

    /// Runs `up` and keeps every `latest.json` that is seen meanwhile, by its slot.
    private func run(_ house: House, until end: Instant) throws -> [Int: Data] {
        let program = try house.start(["up", "--until", "\(end)"])
        var saved: [Int: Data] = [:]
        var newest = 0
        while program.process.isRunning {
            if let data = house.published("e/sim-1/main/latest.json") {
                let document = try #require(
                    JSONSerialization.jsonObject(with: data) as? [String: Any], "a torn file is never visible")
                let slot = try #require(document["slot"] as? Int)
                #expect(slot >= newest, "a page never goes back")
                newest = slot
                saved[slot] = data
            }
            usleep(5_000)
        }
        let finished = try program.wait()
        #expect(finished.status == 0, "\(finished.errors.suffix(2000))")
        return saved
    }

    /// The comparison would prove little if nobody had renamed themselves: some player has two names by now.
    private func checkThatNamesChanged(between first: Instant, and last: Instant, in house: House) throws {
        let rows = try house.rows(
            ["history", "standing", "sim-1/main", "--at", "\(first)", "--at", "\(last)"])
        var names: [String: Set<String>] = [:]
        for row in rows where row["list"] == "entry" {
            names[row["player"] ?? "", default: []].insert(row["name"] ?? "")
        }
        #expect(names.values.contains { $0.count > 1 })
    }
}
