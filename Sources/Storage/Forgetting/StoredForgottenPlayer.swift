package import Rankings

/// A forgotten player as the store knows them.
package struct StoredForgottenPlayer: Hashable, Sendable {
    package let forgotten: ForgottenPlayer
    /// When the last trace in history was gone; nil where that was begun and is not done.
    package let erasedAt: Instant?
}
