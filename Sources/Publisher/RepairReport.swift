/// What a repair found.
package struct RepairReport: Hashable, Sendable {
    /// Temporary files of processes that are gone.
    package var leftoversRemoved = 0
    /// Compressed siblings that were missing or stale.
    package var siblingsRewritten = 0

    package init(leftoversRemoved: Int = 0, siblingsRewritten: Int = 0) {
        self.leftoversRemoved = leftoversRemoved
        self.siblingsRewritten = siblingsRewritten
    }
}
