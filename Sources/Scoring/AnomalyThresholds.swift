/// From when on what was accepted looks odd enough that somebody should look at it. Nothing is refused by these: limits
/// and bounds of a board do that.
package struct AnomalyThresholds: Hashable, Sendable {
    /// Actions of one user on one list within an hour. The limits let pass 100 in any hour, and nobody who plays by
    /// hand comes near that hour after hour.
    package var actionsPerHour = 80
    /// How many times the mean of the user's earlier values of the type one value is. People get better by tenths, not
    /// by ten.
    package var jumpFactor = 10
    /// Earlier values that a mean needs: fewer say nothing.
    package var jumpBasis = 5
    /// Refusals of one user on one board within a day for values or times that nobody makes. A client that is wrong has
    /// one or two before it is mended; whoever tries where the limits lie has more.
    package var impossiblePerDay = 5

    package init() {}
}
