/// How much room may be taken.
package struct DiskSettings: Hashable, Sendable {
    /// Of the data directory and the output directory together; nil sets no bound.
    package var budgetBytes: Int?
}
