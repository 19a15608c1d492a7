extension Migration {
    /// What buckets and caches outside have been told: the objects of a bucket, by the place it is, and addresses that
    /// are still to be purged.
    ///
    /// Cost: none, the tables are new.
    static let sinks = Migration(
        number: 10, name: "sinks",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS mirrored_object (
              place BINARY(8) NOT NULL,
              path VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              digest BINARY(16) NOT NULL,
              PRIMARY KEY (place, path)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS cache_purge (
              path VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
              version BIGINT UNSIGNED NOT NULL DEFAULT 1,
              queued_ms BIGINT NOT NULL,
              due_ms BIGINT NOT NULL,
              attempts SMALLINT UNSIGNED NOT NULL DEFAULT 0,
              KEY due (due_ms)
            ) ENGINE=InnoDB
            """,
        ])
}
