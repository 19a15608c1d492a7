/// The right to use an account's session.
package struct HeldSession: Hashable, Sendable {
    package let account: String
    /// Tells this holding from all others.
    package let holder: [UInt8]
    /// As it was kept; nil before the first.
    package let sealed: [UInt8]?

    package init(account: String, holder: [UInt8], sealed: [UInt8]?) {
        self.account = account
        self.holder = holder
        self.sealed = sealed
    }
}
