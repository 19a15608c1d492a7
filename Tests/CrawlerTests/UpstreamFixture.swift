import Rankings

@testable import Crawler

/// What tests of adapters share.
enum UpstreamFixture {
    static let slot = Slot(unixMinute: 29_390_421)
    static let game = GameID(rawValue: "game")

    static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    /// A running event of the game with these boards.
    static func event(_ id: String, boards: [StandardBoard] = [.main]) -> Event {
        let eventID = EventID(game: game, upstreamID: id)
        let times = EventTimes(
            starts: slot.start - .hours(24), ends: slot.start + .hours(24), announces: slot.start + .hours(24),
            closes: slot.start + .hours(48))
        return Event(
            id: eventID, game: game, upstreamID: id, name: "Event", kind: "event", times: times,
            boards: boards.map { $0.board(of: eventID, times: times) })
    }
}

extension Upstream {
    /// What the answer to one of the event's requests shows of a board.
    func shown(
        _ body: String, request: Int = 0, event: Event, board: String = "main"
    ) throws(UpstreamError) -> ShownBoard? {
        let requests = rankingRequests(for: event, at: UpstreamFixture.slot)
        return try boards(in: UpstreamFixture.bytes(body), answering: requests[request], event: event)[
            BoardID(event: event.id, name: board)]
    }
}

/// The error a body brings, in words.
func problem<Value>(_ body: () throws -> Value) -> String {
    do {
        _ = try body()
        return "none"
    } catch {
        return "\(error)"
    }
}
