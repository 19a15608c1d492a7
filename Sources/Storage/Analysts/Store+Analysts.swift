import MariaDB

extension Store {
    /// Makes an account that may read the views and nothing else; one of that name gets a new password.
    ///
    /// - Parameter statementSeconds: a statement that takes longer is ended by the server.
    /// - Returns: the password, which is kept nowhere.
    package func addAnalyst(_ account: AnalystAccount, statementSeconds: Int) async throws -> String {
        let password = ClaimOwner().text
        try await pool.withConnection { connection in
            let schema = try await connection.query("SELECT DATABASE()") { row throws(DatabaseError) in
                try row.text(0)
            }[0]
            let views = try await connection.query(
                "SELECT table_name FROM information_schema.views WHERE table_schema = ? AND table_name LIKE 'v\\_%'",
                [.text(schema)]
            ) { row throws(DatabaseError) in try row.text(0) }
            _ = try await connection.execute(
                """
                CREATE OR REPLACE USER \(account.quoted) IDENTIFIED BY '\(password)'
                WITH MAX_STATEMENT_TIME \(statementSeconds)
                """)
            for view in views {
                _ = try await connection.execute("GRANT SELECT ON `\(schema)`.`\(view)` TO \(account.quoted)")
            }
        }
        return password
    }

    /// - Throws: `StorageError.unknownAnalyst`.
    package func removeAnalyst(_ account: AnalystAccount) async throws {
        guard try await analysts().contains(account) else {
            throw StorageError.unknownAnalyst("\(account.name) at \(account.host)")
        }
        try await pool.withConnection { connection in
            _ = try await connection.execute("DROP USER \(account.quoted)")
        }
    }

    /// The accounts there are, by name.
    package func analysts() async throws -> [AnalystAccount] {
        let found = try await pool.withConnection { connection in
            try await connection.query(
                "SELECT User, Host FROM mysql.user WHERE User LIKE 'analyst\\_%' ORDER BY User, Host"
            ) { row throws(DatabaseError) in (user: try row.text(0), host: try row.text(1)) }
        }
        return found.compactMap { account in
            let name = String(account.user.dropFirst(AnalystAccount.prefix.count))
            return try? AnalystAccount(name: name, host: account.host)  // an account that was not made here is skipped
        }
    }
}
