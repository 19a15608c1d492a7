extension ScoreRoutine {
    /// Finds the list of a board's rules and period, or opens it. Answers with the order and the scale that it was
    /// opened with: its scores are kept by them, and they stay.
    static let openList = ScoreRoutine(
        name: "score_open_list_1",
        parameters: """
            IN p_name VARCHAR(80) CHARACTER SET ascii, IN p_version SMALLINT UNSIGNED,
            IN p_period VARCHAR(32) CHARACTER SET ascii, IN p_title VARCHAR(100) CHARACTER SET utf8mb4,
            IN p_is_lowest_first BOOLEAN, IN p_is_shared BOOLEAN, IN p_is_monotone BOOLEAN, IN p_scale INT UNSIGNED,
            IN p_least BIGINT, IN p_starts BIGINT, IN p_ends BIGINT
            """,
        body: """
            BEGIN
              INSERT INTO score_board (name, version, period, title, is_lowest_first, is_shared, is_monotone, scale,
                least_score, starts_ms, ends_ms)
              VALUES (p_name, p_version, p_period, p_title, p_is_lowest_first, p_is_shared, p_is_monotone, p_scale,
                p_least, p_starts, p_ends)
              ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id), title = p_title, is_shared = p_is_shared,
                is_monotone = p_is_monotone, least_score = LEAST(least_score, p_least), starts_ms = p_starts,
                ends_ms = p_ends;
              SELECT id, is_lowest_first, scale FROM score_board WHERE id = LAST_INSERT_ID();
            END
            """)

    /// Counts an action against the limits of its user and its address, and answers with the milliseconds that either
    /// is blocked for; 0 admits it, −1 says that the user is banned.
    ///
    /// A sender's row holds the time at which it would be at its steady pace: further ahead than the slack is too much.
    /// What lies in the past says nothing, so such rows are removed, two at a time: there are never more of them than
    /// senders of the last hours.
    static let admit = ScoreRoutine(
        name: "score_admit_2",
        parameters: """
            IN p_now BIGINT, IN p_user BINARY(16), IN p_user_interval BIGINT, IN p_user_slack BIGINT,
            IN p_address BINARY(16), IN p_address_interval BIGINT, IN p_address_slack BIGINT, IN p_block BIGINT,
            IN p_subject VARBINARY(128)
            """,
        body: """
            BEGIN
              DECLARE v_wait BIGINT DEFAULT 0;
              DECLARE v_next, v_blocked BIGINT;
              \(rollingBack)
              SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
              START TRANSACTION;
              IF EXISTS (SELECT 1 FROM score_user WHERE subject = p_subject AND is_banned) THEN
                SET v_wait = -1;
              ELSE
                \(counting("p_user"))
              END IF;
              IF v_wait = 0 THEN
                \(counting("p_address"))
              END IF;
              COMMIT;
              \(tidying(removingIdleSenders))
              SELECT v_wait;
            END
            """)

    /// One more of the sender; the row is locked by the first statement.
    private static func counting(_ sender: String) -> String {
        """
        INSERT INTO score_limit VALUES (\(sender), p_now, 0, p_now) ON DUPLICATE KEY UPDATE sender = sender;
              SELECT GREATEST(next_ms, p_now), blocked_ms INTO v_next, v_blocked
              FROM score_limit WHERE sender = \(sender) FOR UPDATE;
              IF v_blocked > p_now THEN
                SET v_wait = v_blocked - p_now;
              ELSEIF v_next - p_now > \(sender)_slack THEN
                SET v_wait = p_block;
                UPDATE score_limit SET blocked_ms = p_now + p_block, idle_ms = GREATEST(idle_ms, p_now + p_block)
                WHERE sender = \(sender);
              ELSE
                UPDATE score_limit SET next_ms = v_next + \(sender)_interval,
                  idle_ms = GREATEST(v_blocked, v_next + \(sender)_interval) WHERE sender = \(sender);
              END IF;
        """
    }

    /// Uses up a nonce: a sender that may send once, and is forgotten when its time is over. Answers whether it was
    /// new.
    static let useNonce = ScoreRoutine(
        name: "score_use_nonce_1", parameters: "IN p_nonce BINARY(16), IN p_until BIGINT, IN p_now BIGINT",
        body: """
            BEGIN
              DECLARE v_used INT DEFAULT 0;
              SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
              INSERT IGNORE INTO score_limit VALUES (p_nonce, p_now, 0, p_until);
              SET v_used = ROW_COUNT();
              \(tidying(removingIdleSenders))
              SELECT v_used;
            END
            """)

    /// A minute later than they say nothing any more: the servers' clocks differ.
    private static let removingIdleSenders =
        "DELETE FROM score_limit WHERE idle_ms < p_now - 60000 ORDER BY idle_ms LIMIT 2"

    /// Keeps a refused submission of a user of whom something was accepted before, at most so many an hour, and removes
    /// what is too old, a few at a time. Answers whether it was kept.
    static let noteRefusal = ScoreRoutine(
        name: "score_note_refusal_1",
        parameters: """
            IN p_subject VARBINARY(128), IN p_board VARCHAR(80) CHARACTER SET ascii,
            IN p_type VARCHAR(80) CHARACTER SET ascii, IN p_value BIGINT, IN p_reason VARCHAR(32) CHARACTER SET ascii,
            IN p_now BIGINT, IN p_most INT, IN p_oldest BIGINT
            """,
        body: """
            BEGIN
              DECLARE v_kept INT DEFAULT 0;
              INSERT INTO score_refusal (user_id, board, action_type, value, reason, refused_ms)
              SELECT u.id, p_board, p_type, p_value, p_reason, p_now FROM score_user u
              WHERE u.subject = p_subject AND p_most > (
                SELECT COUNT(*) FROM score_refusal r WHERE r.user_id = u.id AND r.refused_ms > p_now - 3600000);
              SET v_kept = ROW_COUNT();
              \(tidying("DELETE FROM score_refusal WHERE refused_ms < p_oldest ORDER BY refused_ms LIMIT 4"))
              SELECT v_kept;
            END
            """)

    /// Adds to how many were refused in a minute for a reason, and removes a few minutes that are too old.
    static let countRefusals = ScoreRoutine(
        name: "score_count_refusals_1",
        parameters: """
            IN p_minute INT UNSIGNED, IN p_reason VARCHAR(32) CHARACTER SET ascii, IN p_refusals BIGINT UNSIGNED,
            IN p_oldest INT UNSIGNED
            """,
        body: """
            BEGIN
              INSERT INTO score_refusal_count VALUES (p_minute, p_reason, p_refusals)
              ON DUPLICATE KEY UPDATE refusals = refusals + p_refusals;
              \(tidying("DELETE FROM score_refusal_count WHERE minute < p_oldest ORDER BY minute LIMIT 4"))
            END
            """)

    /// Removes what says nothing any more of senders and refusals, where nobody writes who would, and news that were
    /// given up long ago.
    static let forget = ScoreRoutine(
        name: "score_forget_2", parameters: "IN p_now BIGINT, IN p_oldest BIGINT",
        body: """
            BEGIN
              SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
              DELETE FROM score_limit WHERE idle_ms < p_now - 60000 ORDER BY idle_ms LIMIT 1000;
              SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
              DELETE FROM score_refusal WHERE refused_ms < p_oldest ORDER BY refused_ms LIMIT 1000;
              SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
              DELETE FROM score_event WHERE dead_ms < p_oldest ORDER BY dead_ms LIMIT 1000;
            END
            """)

    /// What tidies up after a call that stands: where it fails the rows wait for the next one. An error of it would
    /// have the call made again, and count twice.
    private static func tidying(_ statement: String) -> String {
        """
        BEGIN
                DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END;
                SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
                \(statement);
              END;
        """
    }
}
