import NIOCore

/// The connections of one event loop; bound to it.
final class ConnectionList {
    private var members: [ObjectIdentifier: Connection] = [:]
    private var counted = 0
    private let most: Int

    /// - Parameter most: connections at the same time; streams do not count.
    init(most: Int) { self.most = most }

    func add(_ connection: Connection) {
        if connection.isCounted {
            if counted >= most { makeRoom() }
            counted += 1
        }
        members[ObjectIdentifier(connection)] = connection
    }

    func remove(_ connection: Connection) {
        guard members.removeValue(forKey: ObjectIdentifier(connection)) != nil else { return }
        if connection.isCounted { counted -= 1 }
    }

    /// Closes what is beyond its time.
    func sweep(now: NIODeadline) {
        for connection in members.values where connection.deadline <= now { connection.end() }
    }

    /// Closes those that would be closed next for want of a request. Several at once, so that a flood of connections
    /// costs one look through the list for many of them.
    private func makeRoom() {
        let idle = members.values.filter { $0.isCounted && $0.isIdle }.sorted { $0.deadline < $1.deadline }
        for connection in idle.prefix(max(1, most / Self.roomShare)) { connection.channel.close(promise: nil) }
    }

    /// Of all connections this part is closed at once.
    private static let roomShare = 32
}
