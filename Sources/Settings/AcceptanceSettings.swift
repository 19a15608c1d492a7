/// What a reading must look like to be believed.
package struct AcceptanceSettings: Hashable, Sendable {
    /// The least share of the last standing's rows that a reading must have, 0 to 1.
    package var leastRowsShare: Double
    /// The greatest share of scores that may fall at once where scores never fall, 0 to 1.
    package var mostFallenShare: Double
}
