/// The answer to who may do a run.
package enum RunClaim: Hashable, Sendable {
    case won(RunTicket)
    /// Another process does it.
    case held
    /// It has been done.
    case done
}
