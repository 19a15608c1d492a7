extension ScoreRoutine {
    /// Answers with what is due to be told to one who is told, what failed least first, where the caller is the one who
    /// tells them: whoever finds nobody else doing so, until the lease ends.
    static let takeEvents = ScoreRoutine(
        name: "score_take_events_1",
        parameters: """
            IN p_hook VARCHAR(64) CHARACTER SET ascii, IN p_owner BINARY(16), IN p_now BIGINT, IN p_until BIGINT,
            IN p_most INT
            """,
        body: """
            BEGIN
              IF EXISTS (SELECT 1 FROM score_event WHERE hook = p_hook AND dead_ms IS NULL AND due_ms <= p_now)
                AND NOT EXISTS (SELECT 1 FROM score_webhook WHERE hook = p_hook AND due_ms > p_now) THEN
                INSERT INTO score_webhook (hook, owner, until_ms) VALUES (p_hook, p_owner, p_until)
                ON DUPLICATE KEY UPDATE owner = IF(until_ms <= p_now, p_owner, owner),
                  until_ms = IF(owner = p_owner, p_until, until_ms);
              END IF;
              SELECT s.id, s.kind, s.name, b.name, b.version, b.period, b.title, b.scale, u.player,
                COALESCE(u.shown_name, u.name), s.score, s.old_score, s.place, s.change_number,
                s.happened_ms, s.attempts, w.failures
              FROM score_event s JOIN score_webhook w ON w.hook = s.hook JOIN score_board b ON b.id = s.board_id
                JOIN score_user u ON u.id = s.user_id
              WHERE s.hook = p_hook AND s.dead_ms IS NULL AND s.due_ms <= p_now
                AND w.owner = p_owner AND w.until_ms > p_now AND w.due_ms <= p_now
              ORDER BY s.attempts, s.id LIMIT p_most;
            END
            """)

    /// Writes down what became of telling. Told, where there is no time for another attempt: it is removed. Else it is
    /// told again at its time, nothing at all before the other, and what waits for too long is given up.
    ///
    /// Answers with 1 and how many were given up; with 0 where another tells them now: then nothing is done.
    static let concludeEvent = ScoreRoutine(
        name: "score_conclude_event_1",
        parameters: """
            IN p_hook VARCHAR(64) CHARACTER SET ascii, IN p_owner BINARY(16), IN p_event BIGINT UNSIGNED,
            IN p_again BIGINT, IN p_any_again BIGINT, IN p_now BIGINT, IN p_oldest BIGINT,
            IN p_reason VARCHAR(255) CHARACTER SET utf8mb4
            """,
        body: """
            work: BEGIN
              DECLARE v_owner BINARY(16);
              DECLARE v_dead BIGINT DEFAULT 0;
              \(rollingBack)
              SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
              START TRANSACTION;
              SELECT owner INTO v_owner FROM score_webhook WHERE hook = p_hook FOR UPDATE;
              IF NOT v_owner <=> p_owner THEN
                ROLLBACK;
                SELECT 0, 0;
                LEAVE work;
              END IF;
              IF p_again IS NULL THEN
                DELETE FROM score_event WHERE id = p_event;
                UPDATE score_webhook SET failures = 0 WHERE hook = p_hook AND failures > 0;
              ELSE
                UPDATE score_event SET attempts = LEAST(attempts + 1, 60000), due_ms = p_again, reason = p_reason
                WHERE id = p_event;
                UPDATE score_webhook SET failures = LEAST(failures + 1, 60000), due_ms = p_any_again
                WHERE hook = p_hook;
                UPDATE score_event SET dead_ms = p_now, reason = COALESCE(reason, p_reason)
                WHERE hook = p_hook AND dead_ms IS NULL AND queued_ms <= p_oldest;
                SET v_dead = ROW_COUNT();
              END IF;
              COMMIT;
              SELECT 1, v_dead;
            END
            """)
}
