import Synchronization

/// The numbers of lists that were opened, so that each is looked up once.
final class ListNumbers: Sendable {
    struct Key: Hashable, Sendable {
        let board: String
        let version: Int
        let period: String
    }

    /// Lists of daily boards come and go: beyond so many all are forgotten.
    private static let limit = 1_000

    private let known = Mutex<[Key: Int64]>([:])

    func number(of key: Key) -> Int64? { known.withLock { $0[key] } }

    func note(_ number: Int64, of key: Key) {
        known.withLock { known in
            if known.count >= Self.limit { known.removeAll() }
            known[key] = number
        }
    }
}
