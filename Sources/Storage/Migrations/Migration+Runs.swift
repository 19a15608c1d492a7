extension Migration {
    /// Every run of a job: claimed as one row, concluded in the same.
    ///
    /// `id` is drawn by whoever claims: a counter would be in every backup, which rows of this table are not.
    /// `process` is zero where one process does the run for all, else the process that does it for itself.
    ///
    /// Cost: none, the table is new.
    static let runs = Migration(
        number: 7, name: "runs",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS job_run (
              id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
              job VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              planned_ms BIGINT NOT NULL,
              process BINARY(16) NOT NULL,
              owner BINARY(16) NOT NULL,
              epoch INT UNSIGNED NOT NULL DEFAULT 1,
              expires_at DATETIME(3) NOT NULL,
              started_ms BIGINT NOT NULL,
              ended_ms BIGINT NULL,
              outcome ENUM('succeeded', 'partly', 'failed', 'stopped', 'abandoned')
                CHARACTER SET ascii COLLATE ascii_bin NULL,
              attempts SMALLINT UNSIGNED NOT NULL DEFAULT 1,
              detail VARCHAR(255) CHARACTER SET utf8mb4 NULL,
              UNIQUE KEY run (job, planned_ms, process),
              KEY planned (planned_ms),
              KEY ended (job, outcome, ended_ms)
            ) ENGINE=InnoDB
            """
        ])
}
