import Foundation
import Rankings
import TestSupport
import Testing

/// The output folder takes nothing for a while: readers keep the old edition, history goes on, and when there is room
/// again the newest edition comes.
@Suite(.serialized, .enabled(if: SmallDisk.isPossible, "this process may not mount a file system"))
struct OutputFailureTests {
    enum Failure: String, CaseIterable {
        case full
        case readOnly
    }

    private static let first = Instant(unixSeconds: 1_767_247_200) + .hours(50)
    private static let board = "sim-1/main"

    @Test(arguments: Failure.allCases) func oldEditionStaysWholeAndOutcomesAreKept(failure: Failure) async throws {
        let house = try House()
        let output = house.folder.appendingPathComponent("Output").path
        let disk = try #require(SmallDisk(at: output, sizeBytes: 8 << 20))
        defer { disk.unmount() }
        try house.startSimulator(["--start-at", "\(Self.first)", "--speed", "max"])
        try house.configure(game: "sim", log: "error")
        _ = try house.output(["tick"])
        let before = try #require(house.published("e/sim-1/main/latest.json"))

        switch failure {
        case .full: try disk.fill()
        case .readOnly: try #require(disk.setReadOnly(true))
        }
        try await house.advanceSimulator(to: Self.first + .minutes(1))
        let tick = try house.borderline(["tick"])
        #expect(tick.status == 3, "\(tick.errors)")
        #expect(tick.errors.contains("board failed") && tick.errors.contains("Output/"), "\(tick.errors)")
        // A start goes on all the same.
        let up = try house.borderline(["up", "--until", "\(Self.first + .minutes(3))"])
        #expect(up.status == 0, "\(up.errors)")
        #expect(house.published("e/sim-1/main/latest.json") == before)
        try PublishedTree(of: house).check()

        switch failure {
        case .full: try disk.empty()
        case .readOnly: try #require(disk.setReadOnly(false))
        }
        try await house.advanceSimulator(to: Self.first + .minutes(4))
        _ = try house.output(["tick"])
        let outcomes = try house.rows(["history", "outcomes", Self.board])
        let slots = (0...4).map { Slot(containing: Self.first + .minutes($0)) }
        #expect(outcomes.map { $0["slot"] } == slots.map(\.description))
        #expect(outcomes.allSatisfy { ["changed", "unchanged"].contains($0["outcome"]) })
        let shown = String(decoding: house.published("e/sim-1/main/latest.json") ?? Data(), as: UTF8.self)
        #expect(shown.contains("\"slot\":\(slots[4].unixSeconds),"))
        try PublishedTree(of: house).check(isAtRest: true)
    }
}
