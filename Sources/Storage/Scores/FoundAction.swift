import Scoring

/// What there is of an action that is to be judged.
enum FoundAction: Hashable, Sendable {
    /// It was accepted before, and got this answer, which is on disk.
    case accepted(AcceptedScore)
    /// It was not; its user is here.
    case new(ScorePosition)
}
