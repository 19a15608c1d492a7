/// Which clock the program follows.
package struct ClockSettings: Hashable, Sendable {
    /// The address of a game simulator whose clock is followed; nil is the clock of this machine.
    package var simulator: String?
}
