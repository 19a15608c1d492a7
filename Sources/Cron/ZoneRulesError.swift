/// A file of the time-zone database that cannot be read.
package struct ZoneRulesError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The zone, e.g. `Asia/Tokyo`.
    package let zone: String
    /// What is wrong with it, in a few words.
    package let problem: String

    package var description: String { "the time zone \(zone) cannot be read: \(problem)" }
}
