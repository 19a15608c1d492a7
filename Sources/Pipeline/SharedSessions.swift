package import Crawler
import Rankings
package import Storage

/// Sessions in the store.
package struct SharedSessions: SessionStore {
    /// Between two attempts to take a session that is held: it grows from the one to the other.
    private static let firstPause: Duration = .milliseconds(20)
    private static let longestPause: Duration = .milliseconds(200)

    private let store: Store

    package init(store: Store) { self.store = store }

    package func hold(
        _ account: String, lease: Duration, until deadline: ContinuousClock.Instant
    ) async throws -> HeldSession? {
        let holder = ClaimOwner()
        var pause = Self.firstPause
        while true {
            let (isTaken, sealed) = try await store.takeSession(of: account, holder: holder, lease: lease)
            if isTaken { return HeldSession(account: account, holder: holder.bytes, sealed: sealed) }
            guard ContinuousClock.now + pause < deadline else { return nil }
            try await Task.sleep(for: pause)
            pause = min(pause * 1.5, Self.longestPause)
        }
    }

    package func release(_ held: HeldSession, keeping sealed: [UInt8]?) async throws {
        try await store.releaseSession(of: held.account, holder: ClaimOwner(bytes: held.holder), keeping: sealed)
    }
}
