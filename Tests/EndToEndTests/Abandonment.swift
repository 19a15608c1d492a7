import Foundation
import Rankings
import Testing

/// Slots whose owner died. In simulated time hours pass before a claim expires by the database's clock, so that a test
/// has to let real time pass before the next crawl can close them.
struct Abandonment {
    /// Reasons of slots that no process could conclude.
    static let reasons = ["the process that claimed it did not finish", "no process read it in its minute"]
    /// Minutes until a claim has expired, each of which takes a part of a second; a crawl looks back two hours.
    private static let limitMinutes = 60

    let house: House

    /// Crawls minute by minute until every slot of the board has its outcome.
    func settle(board: String) async throws {
        for _ in 0..<Self.limitMinutes {
            let next = try await house.simulatedNow() + .minutes(1)
            try await house.advanceSimulator(to: next)
            let crawl = try house.borderline(["crawl"])
            let slots = try house.rows(["history", "outcomes", board]).compactMap { $0["slot"] }.compactMap {
                Instant($0).map(Slot.init(containing:))
            }
            if crawl.status == 0, let first = slots.first, let last = slots.last,
                last == Slot(containing: next), slots.count == last - first + 1
            {
                return
            }
            try await Task.sleep(for: .milliseconds(400))
        }
        Issue.record("slots of \(board) stay without an outcome")
    }
}
