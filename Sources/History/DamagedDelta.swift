/// Kept bytes that do not lead from one snapshot to another.
package struct DamagedDelta: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with them.
    package let description: String

    init(_ description: String) { self.description = description }
}
