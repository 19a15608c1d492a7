extension Connection {
    /// Starts a transaction and forgets the failure of the one before.
    func begin() throws(DatabaseError) {
        transactionFailure = nil
        try run("START TRANSACTION")
    }

    /// Commits; a connection that breaks while COMMIT is under way leaves an unknown outcome.
    func commit() throws(DatabaseError) {
        // A server that hung up before can be told from one that hangs up in the middle: nothing was committed then.
        try checkAlive(pingAlways: false)
        do {
            try run("COMMIT")
        } catch  where error.isConnectionLost {
            throw DatabaseError(
                kind: .outcomeUnknown,
                code: error.code,
                sqlState: error.sqlState,
                message: "the connection broke during COMMIT, which may or may not have happened: \(error.message)",
                operation: error.operation
            )
        }
    }

    /// Rolls back; a connection on which that fails is of no more use.
    func rollBack() {
        guard !isBroken else { return }
        do throws(DatabaseError) { try run("ROLLBACK") } catch { isBroken = true }
    }

    /// Throws when the server has hung up; asks it by a ping only when the socket is not quiet, or when told to.
    func checkAlive(pingAlways: Bool) throws(DatabaseError) {
        try withHandle("ping") { (handle: borrowing ConnectionHandle) throws(DatabaseError) in
            if pingAlways || !handle.isQuiet { try handle.ping() }
        }
    }

    /// Rolls back what a borrower left open; false when the connection is of no more use.
    func prepareForReuse() -> Bool {
        transactionFailure = nil
        guard !isBroken else { return false }
        do throws(DatabaseError) {
            let inTransaction = try withHandle("reuse") { (handle: borrowing ConnectionHandle) throws(DatabaseError) in
                handle.isInTransaction
            }
            if inTransaction { try run("ROLLBACK") }
            return true
        } catch {
            return false
        }
    }
}
