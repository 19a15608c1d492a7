import Synchronization

/// Room for streams: each keeps its connection as long as it likes, and others need some, too.
final class LivePlaces: Sendable {
    /// One stream's; given back when nothing holds it any more, be it that its answer was never written.
    final class Place: Sendable {
        private let places: LivePlaces

        fileprivate init(_ places: LivePlaces) { self.places = places }

        deinit { places.giveBack() }
    }

    private let limit: Int
    private let taken = Mutex(0)

    init(limit: Int) { self.limit = limit }

    /// Three of four connections.
    convenience init(connections: Int) { self.init(limit: max(connections * 3 / 4, 1)) }

    /// Nil where all are taken.
    func take() -> Place? {
        let isFree = taken.withLock { taken in
            guard taken < limit else { return false }
            taken += 1
            return true
        }
        return isFree ? Place(self) : nil
    }

    private func giveBack() { taken.withLock { $0 -= 1 } }
}
