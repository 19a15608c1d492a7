/// Whether the process does what it is there for.
package struct Readiness: Hashable, Sendable {
    package let isReady: Bool
    /// Why not, or what was looked at: one line each.
    package let reasons: [String]

    package init(isReady: Bool, reasons: [String]) {
        self.isReady = isReady
        self.reasons = reasons
    }
}
