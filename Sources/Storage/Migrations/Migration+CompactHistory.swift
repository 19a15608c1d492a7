extension Migration {
    /// History as deltas of a board by slot, which rebuild standings, and as series by player and border, which answer
    /// for one of them; before, both were read from rows by place with an index by player.
    ///
    /// Cost: reads and writes all history once, about 20 s for each 8-day event with a reading a minute, and needs room
    /// for both forms until it is done. Interrupted, it goes on with the next event's board.
    static let compactHistory = Migration(
        number: 2, name: "compact-history",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS slot_2 (
              board_id INT UNSIGNED NOT NULL,
              slot INT UNSIGNED NOT NULL,
              owner BINARY(16) NULL,
              epoch INT UNSIGNED NOT NULL DEFAULT 1,
              expires_at DATETIME(3) NULL,
              outcome ENUM('changed', 'unchanged', 'partial', 'refused', 'missed') NULL,
              reason VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
              latency_ms INT UNSIGNED NULL,
              is_final BOOLEAN NOT NULL DEFAULT FALSE,
              forecast_slot INT UNSIGNED NULL,
              published_at BIGINT NULL,
              base_slot INT UNSIGNED NULL,
              seen INT UNSIGNED NULL,
              delta MEDIUMBLOB NULL,
              PRIMARY KEY (board_id, slot)
            ) ENGINE=InnoDB PAGE_COMPRESSED=1
            """,
            """
            CREATE TABLE IF NOT EXISTS player_change (
              board_id INT UNSIGNED NOT NULL,
              player_id INT UNSIGNED NOT NULL,
              slot INT UNSIGNED NOT NULL,
              `rank` INT UNSIGNED NULL,
              score BIGINT NULL,
              name_id INT UNSIGNED NULL,
              PRIMARY KEY (board_id, player_id, slot)
            ) ENGINE=InnoDB PAGE_COMPRESSED=1
            """,
            """
            CREATE TABLE IF NOT EXISTS border_hour (
              board_id INT UNSIGNED NOT NULL,
              `rank` INT UNSIGNED NOT NULL,
              hour INT UNSIGNED NOT NULL,
              changes VARBINARY(540) NOT NULL,
              PRIMARY KEY (board_id, `rank`, hour)
            ) ENGINE=InnoDB PAGE_COMPRESSED=1
            """,
        ],
        rewrite: .compactHistory)
}
