/// A run of a job that is this process's to do.
package struct ClaimedRun: Hashable, Sendable {
    /// What became of a claim.
    package enum Answer: Hashable, Sendable {
        case won(ClaimedRun)
        /// Another process holds it.
        case held
        case done
    }

    package let number: Int64
    package let owner: ClaimOwner
    /// Counts the owners of this run; what an earlier one says is refused.
    package let epoch: Int

    package init(number: Int64, owner: ClaimOwner, epoch: Int) {
        self.number = number
        self.owner = owner
        self.epoch = epoch
    }
}
