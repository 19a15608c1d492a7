import MariaDB

extension ScoreStore {
    /// Rows that are written to, so that those who settle at the same time seldom wait for each other.
    private static let settlingRows: UInt8 = 16

    /// Comes back when all that this connection has read before is on disk, or fails with the connection: then a
    /// database that was killed may have forgotten it.
    ///
    /// Within a transaction that is so after its commit.
    static func settle(on connection: isolated Connection) throws {
        let row = Array(repeating: UInt8(0), count: 15) + [UInt8.random(in: 0..<settlingRows)]
        _ = try connection.execute("CALL \(ScoreRoutine.settle.name)(?)", [.bytes(row)])
    }
}
