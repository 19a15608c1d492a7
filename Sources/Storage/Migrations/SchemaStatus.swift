/// Which migrations a database has, beside those this program knows.
package struct SchemaStatus: Hashable, Sendable {
    /// One migration.
    package struct Step: Hashable, Sendable {
        package let number: Int
        package let name: String
        /// When it was applied, by the database's clock in UTC; nil while it is pending.
        package let appliedAt: String?
    }

    /// By number: the applied ones, then the pending ones.
    package let steps: [Step]

    package var version: Int { steps.last { $0.appliedAt != nil }?.number ?? 0 }
    package var pending: Int { steps.count { $0.appliedAt == nil } }
}
