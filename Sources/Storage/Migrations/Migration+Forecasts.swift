extension Migration {
    /// What a forecast started from and how it gets to its end, so that it can be published again and judged against
    /// simple rules; why it is to be read with caution; what became of it; and the models that
    /// were fitted to the own history.
    ///
    /// Cost: none, columns are added without copying the tables.
    static let forecasts = Migration(
        number: 9, name: "forecasts",
        statements: [
            """
            ALTER TABLE forecast
              ADD COLUMN IF NOT EXISTS caution VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
            """,
            """
            ALTER TABLE forecast_border
              ADD COLUMN IF NOT EXISTS present BIGINT NULL, ADD COLUMN IF NOT EXISTS linear_rule BIGINT NULL,
              ADD COLUMN IF NOT EXISTS shape VARBINARY(128) NULL
            """,
            """
            CREATE TABLE IF NOT EXISTS forecast_score (
              board_id INT UNSIGNED NOT NULL,
              lead_hours SMALLINT UNSIGNED NOT NULL,
              model VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              borders SMALLINT UNSIGNED NOT NULL,
              error BIGINT NOT NULL,
              persistence_error BIGINT NULL,
              linear_error BIGINT NULL,
              in_half SMALLINT UNSIGNED NOT NULL,
              in_four_fifths SMALLINT UNSIGNED NOT NULL,
              in_nine_tenths SMALLINT UNSIGNED NOT NULL,
              PRIMARY KEY (board_id, lead_hours)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS forecast_final (
              board_id INT UNSIGNED NOT NULL, `rank` INT UNSIGNED NOT NULL, score BIGINT NOT NULL,
              PRIMARY KEY (board_id, `rank`)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS forecast_model (
              id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
              fitted_at BIGINT NOT NULL,
              factors VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              events SMALLINT UNSIGNED NOT NULL,
              score BIGINT NOT NULL,
              score_in_use BIGINT NOT NULL
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS forecast_promotion (
              id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
              model_id INT UNSIGNED NOT NULL,
              promoted_at BIGINT NOT NULL
            ) ENGINE=InnoDB
            """,
            """
            CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_forecast AS
            SELECT e.name AS event, b.name AS board, \(minute("f.slot")) AS made, f.model, f.absence, q.`rank`, q.q05,
              q.q10, q.q25, q.q50, q.q75, q.q90, q.q95, f.caution, q.present
            FROM forecast f JOIN board b ON b.id = f.board_id \(names)
            LEFT JOIN forecast_border q ON q.board_id = f.board_id AND q.slot = f.slot
            """,
            """
            CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_forecast_accuracy AS
            SELECT e.name AS event, b.name AS board, \(minute("f.slot")) AS made,
              (b.ends_at DIV 60000 - f.slot) / 60 AS hours_before_end, f.model, q.`rank`, q.q50 AS said,
              final.score AS became, 100 * (q.q50 / final.score - 1) AS error_percent,
              final.score BETWEEN q.q25 AND q.q75 AS in_half,
              final.score BETWEEN q.q10 AND q.q90 AS in_four_fifths,
              final.score BETWEEN q.q05 AND q.q95 AS in_nine_tenths, g.name AS game, f.caution,
              100 * (q.present / final.score - 1) AS persistence_error_percent,
              100 * (q.linear_rule / final.score - 1) AS linear_error_percent
            FROM forecast f JOIN board b ON b.id = f.board_id AND b.is_settled \(names)
            JOIN game g ON g.id = e.game_id
            JOIN forecast_border q ON q.board_id = f.board_id AND q.slot = f.slot
            JOIN forecast_final final ON final.board_id = q.board_id AND final.`rank` = q.`rank`
            """,
        ])
}
