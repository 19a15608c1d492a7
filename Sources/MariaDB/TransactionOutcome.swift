/// How one attempt at a transaction ended, when it did not end for good.
enum TransactionOutcome<Result: Sendable>: Sendable {
    case committed(Result)
    /// Rolled back because of `failure`; `thrown` is what the body made of it.
    case lost(DatabaseError, thrown: any Error)
}
