extension Migration {
    /// Players who are to be forgotten lose their upstream id and keep their pseudonym; boards may lose their players
    /// for good; and numbers of names and players that were given up are noted until it is known that nobody else
    /// bears them.
    ///
    /// Cost: rewrites the table `player` and its indexes once, about 2 s for 200,000 players, however long the history
    /// is; readers and writers of that table wait meanwhile. Interrupted, it is done again.
    static let forgetting = Migration(
        number: 4, name: "forgetting",
        statements: [
            // A key that may hold NULL goes behind the others in a table that is made anew, as by a restore: here too,
            // so that the same data gives the same backup.
            """
            ALTER TABLE player MODIFY upstream_id VARBINARY(64) NULL, DROP KEY game_id,
              ADD UNIQUE KEY game_id (game_id, upstream_id)
            """,
            "ALTER TABLE board ADD COLUMN IF NOT EXISTS pruned_at BIGINT NULL",
            """
            CREATE TABLE IF NOT EXISTS forgotten_player (
              player_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
              forgotten_at BIGINT NOT NULL,
              erased_at BIGINT NULL
            ) ENGINE=InnoDB
            """,
            "CREATE TABLE IF NOT EXISTS released_name (id BIGINT UNSIGNED NOT NULL PRIMARY KEY) ENGINE=InnoDB",
            "CREATE TABLE IF NOT EXISTS released_player (id BIGINT UNSIGNED NOT NULL PRIMARY KEY) ENGINE=InnoDB",
            """
            CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_board AS
            SELECT e.name AS event, b.name AS board, b.title, e.kind, g.name AS game,
              \(instant("b.starts_at")) AS starts_at, \(instant("b.ends_at")) AS ends_at,
              \(instant("b.announces_at")) AS announces_at, \(instant("b.closes_at")) AS closes_at,
              b.is_monotone, b.scale, b.is_settled, \(instant("b.pruned_at")) AS players_removed_at
            FROM board b \(names) JOIN game g ON g.id = e.game_id
            """,
        ])
}
