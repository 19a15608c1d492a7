extension Migration {
    /// Replays that prove accepted actions: which bytes belong to one, and whether they are kept.
    ///
    /// Cost: none, the table is new.
    static let proofs = Migration(
        number: 14, name: "proofs",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS score_proof (
              action_id BINARY(16) NOT NULL PRIMARY KEY,
              sha256 BINARY(32) NOT NULL,
              bytes INT UNSIGNED NOT NULL,
              content_type VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              claimed_ms BIGINT NOT NULL,
              stored_ms BIGINT NULL
            ) ENGINE=InnoDB
            """
        ])
}
