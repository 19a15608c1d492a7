/// What becomes of a replay that is to prove an action.
package enum ProofClaim: Hashable, Sendable {
    /// Nothing of this id was accepted of the user.
    case unknownAction
    /// Another replay proves it.
    case otherProof
    /// This one does from now on, and is not kept yet.
    case claimed
    /// This one does, and is kept.
    case kept
}
