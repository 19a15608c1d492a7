extension Migration {
    /// The newest refused state of each board, by which refusals that agree with each other are counted.
    ///
    /// Cost: none, the table is new.
    static let refusals = Migration(
        number: 5, name: "refusals",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS refused_state (
              board_id INT UNSIGNED NOT NULL PRIMARY KEY,
              slot INT UNSIGNED NOT NULL,
              agreeing INT UNSIGNED NOT NULL,
              state MEDIUMBLOB NOT NULL
            ) ENGINE=InnoDB
            """
        ])
}
