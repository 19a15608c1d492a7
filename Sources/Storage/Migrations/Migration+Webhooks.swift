extension Migration {
    /// What is to be told of scores to others, once for each who is told, and which achievements players have.
    ///
    /// `score_webhook` says who tells somebody now, until when, and before when nobody does; its rows are few and stay.
    ///
    /// Cost: none, the tables are new.
    static let webhooks = Migration(
        number: 15, name: "webhooks",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS score_achievement (
              board_id INT UNSIGNED NOT NULL,
              user_id BIGINT UNSIGNED NOT NULL,
              name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              change_number BIGINT UNSIGNED NOT NULL,
              PRIMARY KEY (board_id, user_id, name)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS score_event (
              id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
              hook VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
              board_id INT UNSIGNED NOT NULL,
              user_id BIGINT UNSIGNED NOT NULL,
              change_number BIGINT UNSIGNED NOT NULL,
              score BIGINT NOT NULL,
              old_score BIGINT NULL,
              place BIGINT UNSIGNED NOT NULL,
              happened_ms BIGINT NOT NULL,
              queued_ms BIGINT NOT NULL,
              due_ms BIGINT NOT NULL,
              attempts SMALLINT UNSIGNED NOT NULL DEFAULT 0,
              dead_ms BIGINT NULL,
              reason VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
              KEY waiting (hook, dead_ms, attempts),
              KEY dead (dead_ms),
              KEY player (board_id, user_id)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS score_webhook (
              hook VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
              owner BINARY(16) NOT NULL,
              until_ms BIGINT NOT NULL,
              due_ms BIGINT NOT NULL DEFAULT 0,
              failures SMALLINT UNSIGNED NOT NULL DEFAULT 0
            ) ENGINE=InnoDB
            """,
        ])
}
