/// Why the mailbox takes no further transfer.
enum MailboxRefusal: Error {
    case closed
    case full

    var kind: TransferError.Kind {
        switch self {
        case .closed: .closed
        case .full: .tooBusy
        }
    }
}
