/// What a reading must look like to be believed.
package struct AcceptanceSettings: Hashable, Sendable {
    /// The least share of the last standing's rows that a reading must have, 0 to 1.
    package var leastRowsShare: Double
    /// The greatest share of scores that may fall at once where scores never fall, 0 to 1.
    package var mostFallenShare: Double
    /// The same once a result is announced.
    package var mostCorrectedShare: Double
    /// How far what an upstream shows may lie ahead of our clock, by its own account.
    package var mostAhead: Duration
    /// After so many refusals that agree with each other the next reading is believed; 0: never.
    package var believeAfter: Int
}
