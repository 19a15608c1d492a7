/// How scores on a board behave.
package struct BoardRules: Hashable, Sendable {
    /// Scores never fall while the event runs.
    package let isMonotone: Bool
    /// Scores are integers of 1/scale points; 1 where the game counts whole points.
    package let scale: Int

    package init(isMonotone: Bool = true, scale: Int = 1) {
        self.isMonotone = isMonotone
        self.scale = scale
    }
}
