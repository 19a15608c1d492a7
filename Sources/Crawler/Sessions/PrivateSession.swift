/// A session that ends with the program: for one look at an upstream, whose requests go one after another.
package actor PrivateSession: SessionStore {
    private var sealed: [UInt8]?

    package init() {}

    package func hold(_ account: String, lease: Duration, until deadline: ContinuousClock.Instant) -> HeldSession? {
        HeldSession(account: account, holder: [], sealed: sealed)
    }

    package func release(_ held: HeldSession, keeping sealed: [UInt8]?) { self.sealed = sealed }
}
