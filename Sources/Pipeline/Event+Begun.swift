import Rankings

extension Event {
    /// The event with the boards that had begun by the slot: the others have no page to go to yet.
    func begun(by slot: Slot) -> Event {
        Event(
            id: id, game: game, upstreamID: upstreamID, name: name, kind: kind, times: times,
            boards: boards.filter { $0.times.starts <= slot.start })
    }
}
