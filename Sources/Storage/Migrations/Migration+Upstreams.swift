extension Migration {
    /// What all processes share of upstreams: sessions, sealed, and what became of requests to their hosts.
    ///
    /// Cost: none, the tables are new.
    static let upstreams = Migration(
        number: 8, name: "upstreams",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS upstream_session (
              account VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
              holder BINARY(16) NOT NULL,
              until DATETIME(3) NOT NULL,
              sealed BLOB NULL
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS upstream_count (
              upstream VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              host VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
              period INT UNSIGNED NOT NULL,
              latency TINYINT UNSIGNED NOT NULL,
              requests INT UNSIGNED NOT NULL,
              PRIMARY KEY (upstream, period, host, latency)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS upstream_pause (
              upstream VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              host VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
              until_ms BIGINT UNSIGNED NOT NULL,
              status SMALLINT UNSIGNED NOT NULL,
              PRIMARY KEY (upstream, host)
            ) ENGINE=InnoDB
            """,
        ])
}
