extension ScoreRoutine {
    /// Writes an accepted action down, unless the player's score is no longer what was decided upon, or the action was
    /// accepted before: then nothing is done, and the caller reads again.
    ///
    /// The list's row is locked before all that is counted, and until the commit at the end of the call: whoever holds
    /// it has the next number, and sees all changes before its own and no other. An old key of NULL means that the
    /// player is not on the list; the user 0 one of whom nothing was accepted yet.
    ///
    /// A player who is hidden has a number and a place like any other, and counts in nobody else's. Whoever hides or
    /// shows one sets the player's last change, so that what was decided upon before is read again; who is not on the
    /// list yet is looked up here, under a lock of the user's row that whoever moderates waits for.
    static let accept = ScoreRoutine(
        name: "score_accept_3",
        parameters: """
            IN p_board INT UNSIGNED, IN p_user BIGINT UNSIGNED, IN p_is_renamed BOOLEAN,
            IN p_subject VARBINARY(128), IN p_player BIGINT UNSIGNED, IN p_name VARCHAR(64) CHARACTER SET utf8mb4,
            IN p_avatar VARCHAR(255) CHARACTER SET utf8mb4, IN p_action BINARY(16),
            IN p_type VARCHAR(80) CHARACTER SET ascii, IN p_value BIGINT, IN p_points BIGINT,
            IN p_last_change BIGINT UNSIGNED, IN p_old_score BIGINT, IN p_old_key BIGINT UNSIGNED, IN p_score BIGINT,
            IN p_key BIGINT UNSIGNED, IN p_begun BIGINT, IN p_now BIGINT, IN p_is_shared BOOLEAN,
            IN p_delta BIGINT, IN p_is_hidden BOOLEAN, IN p_news TEXT CHARACTER SET ascii,
            IN p_first TEXT CHARACTER SET ascii
            """,
        body: """
            work: BEGIN
              DECLARE v_user BIGINT UNSIGNED DEFAULT p_user;
              DECLARE v_change, v_place, v_tied, v_reached BIGINT UNSIGNED DEFAULT 0;
              DECLARE v_shift TINYINT UNSIGNED DEFAULT 0;
              DECLARE v_hidden BOOLEAN DEFAULT p_is_hidden;
              -- Another call put the player on the list, or accepted the action.
              DECLARE EXIT HANDLER FOR 1062 BEGIN ROLLBACK; SELECT 0, 0, 0; END;
              \(rollingBack)
              SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
              START TRANSACTION;
              IF v_user = 0 THEN
                INSERT INTO score_user (subject, player, name, avatar) VALUES (p_subject, p_player, p_name, p_avatar)
                ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id), name = VALUES(name), avatar = VALUES(avatar);
                SET v_user = LAST_INSERT_ID();
              ELSEIF p_is_renamed THEN
                UPDATE score_user SET name = p_name, avatar = p_avatar WHERE id = v_user;
              END IF;
              IF p_old_key IS NULL THEN
                SELECT u.is_banned OR EXISTS (SELECT 1 FROM score_hidden h WHERE h.user_id = v_user AND h.board IN (
                  '', (SELECT b.name FROM score_board b WHERE b.id = p_board)))
                INTO v_hidden FROM score_user u WHERE u.id = v_user LOCK IN SHARE MODE;
              END IF;
              UPDATE score_board SET change_number = LAST_INSERT_ID(change_number + 1), changed_ms = p_now
              WHERE id = p_board;
              SET v_change = LAST_INSERT_ID();
              IF p_first IS NOT NULL AND p_old_key IS NOT NULL THEN
                SELECT reached INTO v_reached FROM score_entry WHERE board_id = p_board AND user_id = v_user;
              END IF;
              IF p_old_key IS NULL THEN
                INSERT INTO score_entry
                  (board_id, user_id, score, sort_key, reached, last_change, changed_ms, is_hidden)
                VALUES (p_board, v_user, p_score, p_key, v_change, v_change, p_now, v_hidden);
              ELSE
                UPDATE score_entry SET reached = IF(sort_key = p_key, reached, v_change), score = p_score,
                  sort_key = p_key, last_change = v_change, changed_ms = p_now
                WHERE board_id = p_board AND user_id = v_user AND last_change = p_last_change;
                IF ROW_COUNT() = 0 THEN
                  ROLLBACK;
                  SELECT 0, 0, 0;
                  LEAVE work;
                END IF;
              END IF;
              WHILE NOT v_hidden AND v_shift <= 48 AND NOT (p_old_key >> v_shift <=> p_key >> v_shift) DO
                INSERT INTO score_tally VALUES (p_board, v_shift, p_key >> v_shift, 1)
                ON DUPLICATE KEY UPDATE players = players + 1;
                IF p_old_key IS NOT NULL THEN
                  DELETE FROM score_tally WHERE board_id = p_board AND shift = v_shift
                    AND prefix = p_old_key >> v_shift AND players = 1;
                  IF ROW_COUNT() = 0 THEN
                    UPDATE score_tally SET players = players - 1
                    WHERE board_id = p_board AND shift = v_shift AND prefix = p_old_key >> v_shift;
                  END IF;
                END IF;
                SET v_shift = v_shift + 8;
              END WHILE;
              IF p_is_shared OR v_hidden OR p_old_key <=> p_key THEN
                SELECT 1 + COALESCE(SUM(players), 0) INTO v_place FROM score_tally
                WHERE \(better("p_board", "p_key"));
                IF NOT p_is_shared THEN
                  SELECT COUNT(*) INTO v_tied FROM score_entry WHERE board_id = p_board AND is_hidden = FALSE
                    AND sort_key = p_key AND reached < (SELECT o.reached FROM score_entry o
                      WHERE o.board_id = p_board AND o.user_id = v_user);
                  SET v_place = v_place + v_tied;
                END IF;
              ELSE
                -- Who comes to a score now is behind all who have it, and one of those who are counted.
                SELECT SUM(players) INTO v_place FROM score_tally WHERE \(better("p_board", "p_key", orEqual: true));
              END IF;
              INSERT INTO score_submission VALUES (p_action, p_board, v_change, v_user, p_type, p_value, p_points,
                p_old_score, p_score, p_delta, v_place, p_begun, p_now);
              \(queueing)
              COMMIT;
              SELECT 1, v_place, v_change;
            END
            """)

    /// Queues what is worth telling, in the transaction that makes it so. The first place is news where somebody else
    /// stood before the player's old score, an achievement where it is the first time on the list.
    private static let queueing = """
        IF v_place = 1 AND p_first IS NOT NULL AND (p_old_key IS NULL OR EXISTS (
                SELECT 1 FROM score_entry FORCE INDEX (standing)
                WHERE board_id = p_board AND is_hidden = FALSE AND user_id <> v_user AND sort_key <= p_old_key
                  AND (sort_key < p_old_key OR (NOT p_is_shared AND reached < v_reached)))) THEN
                SET p_news = JSON_MERGE_PRESERVE(COALESCE(p_news, '[]'), p_first);
              END IF;
              IF p_news IS NOT NULL AND NOT v_hidden THEN
                INSERT INTO score_achievement
                SELECT DISTINCT p_board, v_user, j.name, v_change FROM JSON_TABLE(p_news, '$[*]' COLUMNS (
                  name VARCHAR(64) PATH '$.name')) j WHERE j.name IS NOT NULL
                ON DUPLICATE KEY UPDATE change_number = score_achievement.change_number;
                INSERT INTO score_event (hook, kind, name, board_id, user_id, change_number, score, old_score, place,
                  happened_ms, queued_ms, due_ms)
                SELECT j.hook, j.kind, j.name, p_board, v_user, v_change, p_score, p_old_score, v_place, p_now, p_now,
                  p_now
                FROM JSON_TABLE(p_news, '$[*]' COLUMNS (hook VARCHAR(64) PATH '$.hook', kind VARCHAR(16) PATH '$.kind',
                  name VARCHAR(64) PATH '$.name')) j
                WHERE j.name IS NULL OR EXISTS (SELECT 1 FROM score_achievement a WHERE a.board_id = p_board
                  AND a.user_id = v_user AND a.name = j.name AND a.change_number = v_change);
              END IF;
        """

    /// The rows of `score_tally` that count the players with a smaller key: at each step those beside the key's own
    /// row, below the row of the step above.
    ///
    /// - Parameter orEqual: counts those with the same key, too.
    static func better(_ board: String, _ key: String, orEqual: Bool = false) -> String {
        let steps = stride(from: 0, through: 40, by: 8).map { shift in
            let comparison = orEqual && shift == 0 ? "<=" : "<"
            return """
                (shift = \(shift) AND prefix >= \(key) >> \(shift + 8) << 8 AND prefix \(comparison) \(key) >> \(shift))
                """
        }
        return "board_id = \(board) AND (\(steps.joined(separator: " OR ")) OR (shift = 48 AND prefix < \(key) >> 48))"
    }
}
