extension Migration {
    /// What analysts may rely on: names, minutes and pseudonyms in place of the tables' numbers.
    ///
    /// Cost: none. Columns of a view are added to, never renamed or removed.
    static let views = Migration(
        number: 3, name: "views",
        statements: [
            """
            CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_event AS
            SELECT e.name AS event, g.name AS game, e.kind, e.title,
              \(instant("e.starts_at")) AS starts_at, \(instant("e.ends_at")) AS ends_at,
              \(instant("e.announces_at")) AS announces_at, \(instant("e.closes_at")) AS closes_at
            FROM event e JOIN game g ON g.id = e.game_id
            """,
            """
            CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_board AS
            SELECT e.name AS event, b.name AS board, b.title, e.kind, g.name AS game,
              \(instant("b.starts_at")) AS starts_at, \(instant("b.ends_at")) AS ends_at,
              \(instant("b.announces_at")) AS announces_at, \(instant("b.closes_at")) AS closes_at,
              b.is_monotone, b.scale, b.is_settled
            FROM board b \(names) JOIN game g ON g.id = e.game_id
            """,
            """
            CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_outcome AS
            SELECT e.name AS event, b.name AS board, \(minute("s.slot")) AS minute, s.outcome, s.reason, s.latency_ms,
              s.is_final, \(instant("s.published_at")) AS published_at
            FROM slot s JOIN board b ON b.id = s.board_id \(names)
            WHERE s.outcome IS NOT NULL
            """,
            """
            CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_coverage AS
            SELECT e.name AS event, b.name AS board, MIN(\(minute("s.slot"))) AS first_minute,
              MAX(\(minute("s.slot"))) AS last_minute, COUNT(*) AS slots, SUM(s.base_slot IS NOT NULL) AS seen,
              SUM(s.outcome = 'partial') AS partial, SUM(s.outcome = 'refused') AS refused,
              SUM(s.outcome = 'missed') AS missed
            FROM slot s JOIN board b ON b.id = s.board_id \(names)
            WHERE s.outcome IS NOT NULL GROUP BY b.id
            """,
            """
            CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_border_series AS
            SELECT e.name AS event, b.name AS board, h.`rank`,
              \(minute(changeSlot(at: "n.seq"))) AS minute,
              IF(\(changeMark(at: "n.seq")) & 64, NULL, \(changeScore(at: "n.seq"))) AS score
            FROM border_hour h JOIN seq_0_to_59 n ON n.seq < LENGTH(h.changes) DIV 9
            JOIN board b ON b.id = h.board_id \(names)
            """,
            """
            CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_player_series AS
            SELECT e.name AS event, b.name AS board, \(pseudonym) AS player, \(minute("c.slot")) AS minute, c.`rank`,
              c.score, n.text AS name
            FROM player_change c JOIN board b ON b.id = c.board_id \(names)
            JOIN player p ON p.id = c.player_id LEFT JOIN player_name n ON n.id = c.name_id
            """,
            """
            CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_standing_latest AS
            SELECT e.name AS event, b.name AS board, 'entry' AS list, c.`rank`, \(pseudonym) AS player, n.text AS name,
              c.score, \(minute("c.slot")) AS changed, \(asOf) AS as_of
            FROM (SELECT board_id, player_id, MAX(slot) AS slot FROM player_change GROUP BY board_id, player_id) newest
            JOIN player_change c ON c.board_id = newest.board_id AND c.player_id = newest.player_id
              AND c.slot = newest.slot AND c.`rank` IS NOT NULL
            JOIN board b ON b.id = newest.board_id \(names)
            JOIN player p ON p.id = c.player_id LEFT JOIN player_name n ON n.id = c.name_id
            UNION ALL
            SELECT e.name, b.name, 'border', h.`rank`, NULL, NULL, \(changeScore(at: last)),
              \(minute(changeSlot(at: last))), \(asOf)
            FROM \(newestHours) newest
            JOIN border_hour h ON h.board_id = newest.board_id AND h.`rank` = newest.`rank` AND h.hour = newest.hour
              AND \(changeMark(at: last)) & 64 = 0
            JOIN board b ON b.id = newest.board_id \(names)
            """,
            """
            CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_forecast AS
            SELECT e.name AS event, b.name AS board, \(minute("f.slot")) AS made, f.model, f.absence, q.`rank`, q.q05,
              q.q10, q.q25, q.q50, q.q75, q.q90, q.q95
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
              final.score BETWEEN q.q05 AND q.q95 AS in_nine_tenths
            FROM forecast f JOIN board b ON b.id = f.board_id AND b.is_settled \(names)
            JOIN forecast_border q ON q.board_id = f.board_id AND q.slot = f.slot
            JOIN (SELECT h.board_id, h.`rank`, \(changeScore(at: last)) AS score
              FROM \(newestHours) newest JOIN border_hour h ON h.board_id = newest.board_id
                AND h.`rank` = newest.`rank` AND h.hour = newest.hour
            ) final ON final.board_id = q.board_id AND final.`rank` = q.`rank`
            """,
        ])

    static let names = "JOIN event e ON e.id = b.event_id"
    static let pseudonym = "LOWER(LPAD(HEX(p.pseudonym), 16, '0'))"
    static let asOf = """
        (SELECT \(minute("s.slot")) FROM slot s WHERE s.board_id = b.id AND s.base_slot IS NOT NULL
          ORDER BY s.slot DESC LIMIT 1)
        """

    /// The newest hour in which a border changed, found by jumps along the primary key.
    private static let newestHours =
        "(SELECT board_id, `rank`, MAX(hour) AS hour FROM border_hour GROUP BY board_id, `rank`)"
    /// The place of an hour's last change.
    private static let last = "(LENGTH(h.changes) DIV 9 - 1)"

    /// The first byte of a change, as `BorderHour` writes it.
    private static func changeMark(at place: String) -> String { "ORD(SUBSTR(h.changes, \(place) * 9 + 1, 1))" }

    private static func changeSlot(at place: String) -> String { "(h.hour * 60 + (\(changeMark(at: place)) & 63))" }

    private static func changeScore(at place: String) -> String {
        "CAST(CAST(CONV(HEX(SUBSTR(h.changes, \(place) * 9 + 2, 8)), 16, 10) AS UNSIGNED) AS SIGNED)"
    }

    /// A DATETIME in UTC, whatever time zone the session has.
    static func minute(_ slot: String) -> String {
        "(TIMESTAMP'1970-01-01 00:00:00' + INTERVAL \(slot) MINUTE)"
    }

    static func instant(_ milliseconds: String) -> String {
        "(TIMESTAMP'1970-01-01 00:00:00.000' + INTERVAL \(milliseconds) * 1000 MICROSECOND)"
    }
}
