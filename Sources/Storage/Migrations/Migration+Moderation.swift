extension Migration {
    /// What moderators decided, and why: players of one's own boards who are hidden, banned or renamed, players of
    /// games whose names are masked, and what is to be looked at.
    ///
    /// Hidden rows of `score_entry` stand apart in the index that lists are read by. New columns of tables that were
    /// there are invisible, so that a program of before goes on writing. `score_revision` has the numbers of changes
    /// that are no submission: a list's numbers are dense over both tables.
    ///
    /// Cost: an index of `score_entry` is built anew, some seconds for a million players.
    static let moderation = Migration(
        number: 12, name: "moderation",
        statements: [
            """
            ALTER TABLE score_entry ADD COLUMN IF NOT EXISTS is_hidden BOOLEAN NOT NULL DEFAULT FALSE INVISIBLE,
              DROP KEY standing, ADD KEY standing (board_id, is_hidden, sort_key, reached)
            """,
            """
            ALTER TABLE score_user ADD COLUMN IF NOT EXISTS is_banned BOOLEAN NOT NULL DEFAULT FALSE INVISIBLE,
              ADD COLUMN IF NOT EXISTS
                shown_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL INVISIBLE
            """,
            """
            CREATE TABLE IF NOT EXISTS score_hidden (
              user_id BIGINT UNSIGNED NOT NULL,
              board VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              PRIMARY KEY (user_id, board)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS score_revision (
              board_id INT UNSIGNED NOT NULL,
              change_number BIGINT UNSIGNED NOT NULL,
              PRIMARY KEY (board_id, change_number)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS name_mask (
              player_id INT UNSIGNED NOT NULL PRIMARY KEY,
              shown VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS moderation_act (
              id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
              done_ms BIGINT NOT NULL,
              actor VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
              kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              game VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
              board VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
              player BIGINT UNSIGNED NOT NULL,
              name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
              reason VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
              KEY player (player, done_ms)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS score_flag (
              user_id BIGINT UNSIGNED NOT NULL,
              board VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              day INT UNSIGNED NOT NULL,
              measure BIGINT NOT NULL,
              seen_ms BIGINT NOT NULL,
              PRIMARY KEY (user_id, board, kind, day)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS score_review (
              board_id INT UNSIGNED NOT NULL PRIMARY KEY,
              change_number BIGINT UNSIGNED NOT NULL
            ) ENGINE=InnoDB
            """,
        ])
}
