import MariaDB

extension Store {
    /// The server's number for a user that cannot be made, as there is one.
    private static let userExists: UInt32 = 1396

    /// Makes the API's account, and the calls it needs. One that is there keeps its password and whoever uses it goes
    /// on: it gets what it lacks.
    ///
    /// - Parameters:
    ///   - host: where it may connect from, as MariaDB writes it.
    ///   - renewsPassword: gives an account that is there another password, too.
    /// - Returns: the new password, which is kept nowhere; nil where the account keeps its own.
    /// - Throws: `StorageError.badAnalyst` where the host has characters that no host has.
    package func addScoreAccount(host: String, renewsPassword: Bool = false) async throws -> String? {
        let host = try AnalystAccount(name: "host", host: host).host
        try await ScoreStore(pool: pool).installRoutines()
        let password = ClaimOwner().text
        let account = "'\(ScoreAccount.name)'@'\(host)'"
        return try await pool.withConnection { connection in
            let schema = try await connection.query("SELECT DATABASE()") { row throws(DatabaseError) in
                try row.text(0)
            }[0]
            var isNew = true
            do {
                _ = try await connection.execute("CREATE USER \(account) IDENTIFIED BY '\(password)'")
            } catch let error as DatabaseError where error.code == Self.userExists {
                isNew = false
                if renewsPassword {
                    _ = try await connection.execute("ALTER USER \(account) IDENTIFIED BY '\(password)'")
                }
            }
            for table in ScoreAccount.tables {
                _ = try await connection.execute("GRANT SELECT ON `\(schema)`.`\(table)` TO \(account)")
            }
            for routine in ScoreRoutine.all {
                _ = try await connection.execute("GRANT EXECUTE ON PROCEDURE `\(schema)`.\(routine.name) TO \(account)")
            }
            return isNew || renewsPassword ? password : nil
        }
    }
}
