extension Migration {
    /// The first schema: events and boards, players and names, slots with claim and outcome, changes with key frames,
    /// forecasts. Times of events are Unix milliseconds, slots are Unix minutes.
    ///
    /// Cost: none, the database is empty.
    static let initial = Migration(
        number: 1, name: "initial",
        statements: [
            """
            CREATE TABLE game (
              id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
              name VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
              events_read_at BIGINT NULL
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE event (
              id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
              game_id INT UNSIGNED NOT NULL,
              name VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
              upstream_id VARBINARY(64) NOT NULL,
              title VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
              kind VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
              starts_at BIGINT NOT NULL, ends_at BIGINT NOT NULL,
              announces_at BIGINT NOT NULL, closes_at BIGINT NOT NULL,
              KEY (starts_at),
              FOREIGN KEY (game_id) REFERENCES game (id)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE board (
              id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
              event_id INT UNSIGNED NOT NULL,
              name VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              position SMALLINT UNSIGNED NOT NULL,
              title VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
              starts_at BIGINT NOT NULL, ends_at BIGINT NOT NULL,
              announces_at BIGINT NOT NULL, closes_at BIGINT NOT NULL,
              is_monotone BOOLEAN NOT NULL, scale INT UNSIGNED NOT NULL,
              is_settled BOOLEAN NOT NULL DEFAULT FALSE,
              UNIQUE KEY (event_id, name), KEY (is_settled, starts_at),
              FOREIGN KEY (event_id) REFERENCES event (id)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE player (
              id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
              game_id INT UNSIGNED NOT NULL,
              upstream_id VARBINARY(64) NOT NULL,
              pseudonym BIGINT UNSIGNED NOT NULL,
              UNIQUE KEY (game_id, upstream_id), UNIQUE KEY (game_id, pseudonym)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE player_name (
              id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
              text VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL UNIQUE
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE slot (
              board_id INT UNSIGNED NOT NULL,
              slot INT UNSIGNED NOT NULL,
              owner CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
              epoch INT UNSIGNED NOT NULL DEFAULT 1,
              expires_at DATETIME(3) NULL,
              outcome ENUM('changed', 'unchanged', 'partial', 'refused', 'missed') NULL,
              reason VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
              latency_ms INT UNSIGNED NULL,
              is_final BOOLEAN NOT NULL DEFAULT FALSE,
              forecast_slot INT UNSIGNED NULL,
              published_at BIGINT NULL,
              PRIMARY KEY (board_id, slot)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE key_frame (
              board_id INT UNSIGNED NOT NULL, slot INT UNSIGNED NOT NULL, PRIMARY KEY (board_id, slot)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE entry_change (
              board_id INT UNSIGNED NOT NULL,
              slot INT UNSIGNED NOT NULL,
              place SMALLINT UNSIGNED NOT NULL,
              `rank` INT UNSIGNED NULL,
              player_id BIGINT UNSIGNED NULL,
              name_id BIGINT UNSIGNED NULL,
              score BIGINT NULL,
              scored_slot INT UNSIGNED NULL,
              PRIMARY KEY (board_id, slot, place), KEY (board_id, player_id, slot)
            ) ENGINE=InnoDB PAGE_COMPRESSED=1
            """,
            """
            CREATE TABLE border_change (
              board_id INT UNSIGNED NOT NULL,
              slot INT UNSIGNED NOT NULL,
              `rank` INT UNSIGNED NOT NULL,
              score BIGINT NULL,
              scored_slot INT UNSIGNED NULL,
              PRIMARY KEY (board_id, slot, `rank`), KEY (board_id, `rank`, slot)
            ) ENGINE=InnoDB PAGE_COMPRESSED=1
            """,
            """
            CREATE TABLE forecast (
              board_id INT UNSIGNED NOT NULL,
              slot INT UNSIGNED NOT NULL,
              model VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              absence VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
              document CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              PRIMARY KEY (board_id, slot)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE forecast_border (
              board_id INT UNSIGNED NOT NULL,
              slot INT UNSIGNED NOT NULL,
              `rank` INT UNSIGNED NOT NULL,
              q05 BIGINT NOT NULL, q10 BIGINT NOT NULL, q25 BIGINT NOT NULL, q50 BIGINT NOT NULL, q75 BIGINT NOT NULL,
              q90 BIGINT NOT NULL, q95 BIGINT NOT NULL,
              PRIMARY KEY (board_id, slot, `rank`)
            ) ENGINE=InnoDB
            """,
        ])
}
