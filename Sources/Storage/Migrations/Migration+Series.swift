extension Migration {
    /// Which published documents hold a board's scores over time: those of each day that is over, and the newest, made
    /// at a sample, which names them.
    ///
    /// Cost: none, the tables are new; their rows are made with the next edition of each board.
    static let series = Migration(
        number: 6, name: "series",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS series (
              board_id INT UNSIGNED NOT NULL PRIMARY KEY,
              slot INT UNSIGNED NOT NULL,
              document CHAR(16) CHARACTER SET ascii NOT NULL
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS series_day (
              board_id INT UNSIGNED NOT NULL,
              day INT UNSIGNED NOT NULL,
              series CHAR(16) CHARACTER SET ascii NOT NULL,
              names CHAR(16) CHARACTER SET ascii NOT NULL,
              PRIMARY KEY (board_id, day)
            ) ENGINE=InnoDB
            """,
        ])
}
