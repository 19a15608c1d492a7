/// What went wrong with a database.
///
/// It holds no bound value, no password and no row: the server's messages are stripped of them.
package struct DatabaseError: Error, Hashable, Sendable {
    /// Who found the error.
    package let kind: Kind
    /// The server's or the client library's error number; 0 when this module found the error itself.
    package let code: UInt32
    /// The five characters of the SQL standard; `HY000` when there is nothing better.
    package let sqlState: String
    /// What is wrong, without values.
    package let message: String
    /// What was being done, with the beginning of the statement (placeholders, not values).
    package let operation: String

    package init(kind: Kind, code: UInt32, sqlState: String, message: String, operation: String) {
        self.kind = kind
        self.code = code
        self.sqlState = sqlState
        self.message = message
        self.operation = operation
    }

    /// An error this module found itself.
    init(_ kind: Kind, _ message: String, operation: String) {
        self.init(kind: kind, code: 0, sqlState: "HY000", message: message, operation: operation)
    }
}

extension DatabaseError: CustomStringConvertible {
    package var description: String {
        code == 0 ? "\(operation): \(message)" : "\(operation): \(message) (MariaDB error \(code), state \(sqlState))"
    }
}

extension DatabaseError {
    /// A unique key has the value already (1062).
    package var isDuplicateKey: Bool { code == 1062 }

    /// The transaction lost against another one and may be tried again as a whole: a deadlock (1213), a lock that
    /// was not given in time (1205), or a row that changed since it was read (1020).
    package var isConflict: Bool { [1020, 1205, 1213].contains(code) }

    /// The connection is gone or out of step; whatever it had open was rolled back by the server.
    ///
    /// The codes: out of sync, malformed packet, gone, lost, killed, shutting down, network errors of either side, and
    /// 2057: a table got other columns after the statement was prepared, and its rows are left unread on the wire.
    package var isConnectionLost: Bool {
        switch code {
        case 2006, 2013, 2014, 2027, 2055, 2056, 2057: true
        case 1053, 1152, 1158, 1159, 1160, 1161, 1184, 1927: true
        case 5013, 5014: true
        default: false
        }
    }

    /// No connection could be made: nothing listens, the host is unknown, or the server has no room (1040, 1203).
    package var isUnreachable: Bool {
        switch code {
        case 2001, 2002, 2003, 2004, 2005, 2012, 1040, 1203: true
        default: false
        }
    }

    /// The server refused the user, the password, the host or the schema.
    package var isAccessDenied: Bool { [1044, 1045, 1130, 1698].contains(code) }

    /// The connection broke while COMMIT was under way: the transaction may or may not have happened.
    package var isOutcomeUnknown: Bool { kind == .outcomeUnknown }

    /// The same work may succeed later without any change: conflicts, lost or impossible connections, none that came
    /// free in time, a cluster node that is not ready (1047). Never true when the outcome of a COMMIT is unknown.
    package var isTransient: Bool {
        !isOutcomeUnknown && (isConflict || isConnectionLost || isUnreachable || kind == .busy || code == 1047)
    }
}
