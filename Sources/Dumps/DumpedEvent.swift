import Rankings

/// The event of a dump, from `datapackage.json` and `boards.csv.gz`.
struct DumpedEvent: Sendable {
    let event: Event
    let settled: Set<BoardID>

    /// - Throws: also where a name cannot be part of a published path.
    init(_ package: DataPackage, in folder: String) throws(DumpError) {
        let facts = package.event
        let item = "\(folder)/\(DataPackage.file)"
        func instant(_ text: String) throws(DumpError) -> Instant {
            guard let instant = Instant(text) else { throw .malformed(item: item, problem: "`\(text)` is no instant") }
            return instant
        }
        for name in [facts.id, facts.game] where !PathComponent.isSafe(name) {
            throw .malformed(item: item, problem: "`\(name)` cannot be part of an address")
        }
        let id = EventID(rawValue: facts.id)
        let boards = try Self.boards(of: id, in: folder)
        settled = Set(boards.filter(\.isSettled).map(\.board.id))
        event = Event(
            id: id, game: GameID(rawValue: facts.game), upstreamID: facts.upstreamID, name: package.title,
            kind: facts.kind,
            times: EventTimes(
                starts: try instant(facts.startsAt), ends: try instant(facts.endsAt),
                announces: try instant(facts.announcesAt), closes: try instant(facts.closesAt)),
            boards: boards.map(\.board))
    }

    private static func boards(of event: EventID, in folder: String) throws(DumpError) -> [(
        board: Board, isSettled: Bool
    )] {
        let table = try TableReader(.boards, in: folder)
        var boards: [(board: Board, isSettled: Bool)] = []
        while try table.next() {
            func instant(_ column: Int) throws(DumpError) -> Instant {
                guard let instant = Instant(table.text(column)) else { throw table.malformed(column, "an instant") }
                return instant
            }
            let name = table.text(0)
            guard PathComponent.isSafe(name), !boards.contains(where: { $0.board.id.name == name }) else {
                throw table.malformed(0, "a name that can be part of an address, once")
            }
            let scale = try table.count(7)
            guard scale > 0 else { throw table.malformed(7, "at least 1") }
            let times = EventTimes(
                starts: try instant(2), ends: try instant(3), announces: try instant(4), closes: try instant(5))
            let board = Board(
                id: BoardID(event: event, name: name), title: table.text(1), times: times,
                rules: BoardRules(isMonotone: try table.flag(6), scale: scale))
            boards.append((board, try table.flag(8)))
        }
        guard !boards.isEmpty else { throw table.malformed("there is no board") }
        return boards
    }
}
