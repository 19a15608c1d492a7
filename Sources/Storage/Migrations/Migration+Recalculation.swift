extension Migration {
    /// Scores that are computed anew from the trail, beside those that are shown, until they take their place.
    ///
    /// Cost: none, the tables are new.
    static let recalculation = Migration(
        number: 13, name: "recalculation",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS score_recalc (
              board_id INT UNSIGNED NOT NULL PRIMARY KEY,
              rules BINARY(32) NOT NULL,
              last_user BIGINT UNSIGNED NOT NULL,
              done BIGINT UNSIGNED NOT NULL,
              left_out BIGINT UNSIGNED NOT NULL,
              started_ms BIGINT NOT NULL,
              finished_ms BIGINT NULL,
              promoted_ms BIGINT NULL
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS score_recalc_source (
              board_id INT UNSIGNED NOT NULL,
              source_id INT UNSIGNED NOT NULL,
              base BIGINT UNSIGNED NOT NULL,
              seen BIGINT UNSIGNED NOT NULL,
              PRIMARY KEY (board_id, source_id)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS score_recalc_entry (
              board_id INT UNSIGNED NOT NULL,
              user_id BIGINT UNSIGNED NOT NULL,
              score BIGINT NOT NULL,
              sort_key BIGINT UNSIGNED NOT NULL,
              reached BIGINT UNSIGNED NOT NULL,
              changed_ms BIGINT NOT NULL,
              is_hidden BOOLEAN NOT NULL,
              PRIMARY KEY (board_id, user_id)
            ) ENGINE=InnoDB
            """,
        ])
}
