import Scoring

/// For whom something is asked, and what vouches for it.
struct Requester: Sendable {
    let user: ScoreUser
    let sender: Sender
    /// What a signature says of the body; nil where none does.
    let digest: ContentDigest?
}
