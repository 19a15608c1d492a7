extension Migration {
    /// Boards of one's own: their lists by version and period, players, scores, the trail of what was accepted, and
    /// what keeps senders within limits.
    ///
    /// `sort_key` is the smaller the better a score is. `score_tally` counts players by their keys without the last
    /// `shift` bits, so that a place is the sum of some hundred rows, however many players there are.
    ///
    /// Cost: none, the tables are new.
    static let scores = Migration(
        number: 11, name: "scores",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS score_board (
              id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
              name VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              version SMALLINT UNSIGNED NOT NULL,
              period VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              title VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
              is_lowest_first BOOLEAN NOT NULL,
              is_shared BOOLEAN NOT NULL,
              is_monotone BOOLEAN NOT NULL,
              scale INT UNSIGNED NOT NULL,
              least_score BIGINT NOT NULL,
              starts_ms BIGINT NULL,
              ends_ms BIGINT NULL,
              change_number BIGINT UNSIGNED NOT NULL DEFAULT 0,
              changed_ms BIGINT NULL,
              UNIQUE KEY list (name, version, period)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS score_user (
              id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
              subject VARBINARY(128) NOT NULL,
              player BIGINT UNSIGNED NOT NULL,
              name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
              avatar VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
              UNIQUE KEY subject (subject),
              KEY player (player)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS score_entry (
              board_id INT UNSIGNED NOT NULL,
              user_id BIGINT UNSIGNED NOT NULL,
              score BIGINT NOT NULL,
              sort_key BIGINT UNSIGNED NOT NULL,
              reached BIGINT UNSIGNED NOT NULL,
              last_change BIGINT UNSIGNED NOT NULL,
              changed_ms BIGINT NOT NULL,
              PRIMARY KEY (board_id, user_id),
              KEY standing (board_id, sort_key, reached)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS score_tally (
              board_id INT UNSIGNED NOT NULL,
              shift TINYINT UNSIGNED NOT NULL,
              prefix BIGINT UNSIGNED NOT NULL,
              players INT UNSIGNED NOT NULL,
              PRIMARY KEY (board_id, shift, prefix)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS score_submission (
              action_id BINARY(16) NOT NULL PRIMARY KEY,
              board_id INT UNSIGNED NOT NULL,
              change_number BIGINT UNSIGNED NOT NULL,
              user_id BIGINT UNSIGNED NOT NULL,
              action_type VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              value BIGINT NULL,
              points BIGINT NOT NULL,
              old_score BIGINT NULL,
              new_score BIGINT NOT NULL,
              score_delta BIGINT NOT NULL,
              place BIGINT UNSIGNED NOT NULL,
              begun_ms BIGINT NOT NULL,
              accepted_ms BIGINT NOT NULL,
              UNIQUE KEY change_of_board (board_id, change_number),
              KEY history (user_id, accepted_ms, action_id)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS score_limit (
              sender BINARY(16) NOT NULL PRIMARY KEY,
              next_ms BIGINT NOT NULL,
              blocked_ms BIGINT NOT NULL,
              idle_ms BIGINT NOT NULL,
              KEY idle (idle_ms)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS score_refusal (
              id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
              user_id BIGINT UNSIGNED NOT NULL,
              board VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              action_type VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              value BIGINT NULL,
              reason VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              refused_ms BIGINT NOT NULL,
              KEY history (user_id, refused_ms),
              KEY refused (refused_ms)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS score_refusal_count (
              minute INT UNSIGNED NOT NULL,
              reason VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              refusals BIGINT UNSIGNED NOT NULL,
              PRIMARY KEY (minute, reason)
            ) ENGINE=InnoDB
            """,
        ])
}
