import MariaDB
package import Rankings

extension Store {
    /// Characters of what is kept of a run's detail.
    private static let longestDetail = 255
    /// Rows that are removed in one statement.
    private static let batch = 10_000

    /// Claims a run of a job, by the database's clock. A claim that has expired without an end is taken over, and the
    /// epoch fences its owner then.
    ///
    /// - Parameters:
    ///   - process: does the run for itself alone; nil where one process does it for all.
    ///   - owner: of this attempt alone.
    package func claimRun(
        of job: String, planned: Instant, process: ClaimOwner?, owner: ClaimOwner, lease: Duration, now: Instant
    ) async throws -> ClaimedRun.Answer {
        let share = MariaDB.Value.bytes(process?.bytes ?? Array(repeating: 0, count: 16))
        return try await pool.transaction { connection in
            _ = try await connection.execute(
                """
                INSERT INTO job_run (id, job, planned_ms, process, owner, expires_at, started_ms)
                VALUES (?, ?, ?, ?, ?, NOW(3) + INTERVAL ? MICROSECOND, ?)
                ON DUPLICATE KEY UPDATE
                  epoch = IF((outcome IS NULL OR outcome = 'abandoned') AND expires_at < NOW(3), epoch + 1, epoch),
                  owner = IF((outcome IS NULL OR outcome = 'abandoned') AND expires_at < NOW(3), VALUES(owner), owner),
                  started_ms = IF(owner = VALUES(owner), VALUES(started_ms), started_ms),
                  ended_ms = IF(owner = VALUES(owner), NULL, ended_ms),
                  outcome = IF(owner = VALUES(owner), NULL, outcome),
                  expires_at = IF(owner = VALUES(owner), VALUES(expires_at), expires_at)
                """,
                [
                    .integer(Int64.random(in: 1...Int64.max)), .text(job), .integer(planned.unixMilliseconds), share,
                    .bytes(owner.bytes),
                    .integer(lease.wholeMilliseconds * 1000), .integer(now.unixMilliseconds),
                ])
            let row = try await connection.query(
                "SELECT id, epoch, owner = ?, outcome FROM job_run WHERE job = ? AND planned_ms = ? AND process = ?",
                [.bytes(owner.bytes), .text(job), .integer(planned.unixMilliseconds), share]
            ) { row throws(DatabaseError) in
                (
                    number: try row.int64(0), epoch: try row.int(1), isOurs: try row.int(2) == 1,
                    outcome: try row.textOrNil(3)
                )
            }.first
            guard let row else { throw StorageError.notNumbered(what: "a run") }
            if row.isOurs { return .won(ClaimedRun(number: row.number, owner: owner, epoch: row.epoch)) }
            return row.outcome == nil || row.outcome == RunOutcome.abandoned.rawValue ? .held : .done
        }
    }

    /// - Returns: whether the run is still its owner's.
    package func renewRun(_ run: ClaimedRun, lease: Duration) async throws -> Bool {
        try await pool.withConnection { connection in
            try await connection.execute(
                """
                UPDATE job_run
                SET expires_at = GREATEST(NOW(3) + INTERVAL ? MICROSECOND, expires_at + INTERVAL 1000 MICROSECOND)
                WHERE id = ? AND owner = ? AND epoch = ? AND outcome IS NULL
                """,
                [
                    .integer(lease.wholeMilliseconds * 1000), .integer(run.number), .bytes(run.owner.bytes),
                    .integer(Int64(run.epoch)),
                ]
            ).affectedRows == 1
        }
    }

    /// Writes down how a run ended. One that was abandoned may be taken over at once.
    ///
    /// - Returns: whether the run was still its owner's; nothing is written where not.
    @discardableResult
    package func finishRun(
        _ run: ClaimedRun, as outcome: RunOutcome, attempts: Int, detail: String?, now: Instant
    ) async throws -> Bool {
        try await pool.withConnection { connection in
            try await connection.execute(
                """
                UPDATE job_run SET outcome = ?, ended_ms = ?, attempts = ?, detail = ?, expires_at = NOW(3)
                WHERE id = ? AND owner = ? AND epoch = ? AND outcome IS NULL
                """,
                [
                    .text(outcome.rawValue), .integer(now.unixMilliseconds), .integer(Int64(min(attempts, 65_535))),
                    detail.map { .text(String($0.prefix(Self.longestDetail))) } ?? .null, .integer(run.number),
                    .bytes(run.owner.bytes), .integer(Int64(run.epoch)),
                ]
            ).affectedRows == 1
        }
    }

    /// When the newest run of the job was due that came to an end; nil where none did.
    package func newestPlannedRun(of job: String) async throws -> Instant? {
        try await pool.withConnection { connection in
            try await connection.query(
                "SELECT MAX(planned_ms) FROM job_run WHERE job = ? AND outcome IS NOT NULL AND outcome <> 'abandoned'",
                [.text(job)]
            ) { row throws(DatabaseError) in try row.int64OrNil(0) }
        }.first?.map(Instant.init(unixMilliseconds:))
    }

    /// When the newest run of each job that succeeded ended, by job.
    package func newestSuccesses() async throws -> [String: Instant] {
        let rows = try await pool.withConnection { connection in
            try await connection.query(
                "SELECT job, MAX(ended_ms) FROM job_run WHERE outcome = 'succeeded' GROUP BY job", []
            ) { row throws(DatabaseError) in (try row.text(0), Instant(unixMilliseconds: try row.int64(1))) }
        }
        return Dictionary(rows) { first, _ in first }
    }

    /// The newest runs, newest first. One whose owner is gone counts as abandoned.
    ///
    /// - Parameter job: nil takes those of all jobs.
    package func runs(of job: String?, limit: Int) async throws -> [JobRun] {
        try await pool.withConnection { connection in
            try await connection.query(
                """
                SELECT job, planned_ms, started_ms, ended_ms,
                  IF(outcome IS NULL AND expires_at < NOW(3), 'abandoned', outcome), attempts, detail
                FROM job_run WHERE ? IS NULL OR job = ? ORDER BY planned_ms DESC, id DESC LIMIT ?
                """,
                [job.map { .text($0) } ?? .null, job.map { .text($0) } ?? .null, .integer(Int64(limit))],
                JobRun.init(row:))
        }
    }

    /// Removes the rows of runs that were due before the instant.
    ///
    /// - Returns: how many went.
    package func removeRuns(before instant: Instant) async throws -> Int {
        var removed = 0
        while true {
            let batch = try await pool.withConnection { connection in
                try await connection.execute(
                    "DELETE FROM job_run WHERE planned_ms < ? ORDER BY planned_ms LIMIT ?",
                    [.integer(instant.unixMilliseconds), .integer(Int64(Self.batch))]
                ).affectedRows
            }
            removed += batch
            if batch < Self.batch { return removed }
        }
    }
}

extension JobRun {
    /// Columns job, planned_ms, started_ms, ended_ms, outcome, attempts, detail.
    fileprivate init(row: borrowing MariaDB.Row) throws(DatabaseError) {
        let outcome = try row.textOrNil(4).map { text in
            guard let outcome = RunOutcome(rawValue: text) else {
                preconditionFailure("the column's type allows no outcome but ours, and it held \(text)")
            }
            return outcome
        }
        self.init(
            job: try row.text(0), planned: Instant(unixMilliseconds: try row.int64(1)),
            started: Instant(unixMilliseconds: try row.int64(2)),
            ended: try row.int64OrNil(3).map(Instant.init(unixMilliseconds:)), outcome: outcome,
            attempts: try row.int(5), detail: try row.textOrNil(6))
    }
}
