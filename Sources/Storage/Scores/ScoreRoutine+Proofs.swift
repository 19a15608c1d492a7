extension ScoreRoutine {
    /// Says which bytes prove an action, unless others do already. Answers with 0 where nothing of this id was accepted
    /// of the user, 1 where others prove it, 2 where these do and are not kept yet, 3 where they are.
    static let claimProof = ScoreRoutine(
        name: "score_claim_proof_1",
        parameters: """
            IN p_action BINARY(16), IN p_subject VARBINARY(128), IN p_hash BINARY(32), IN p_bytes INT UNSIGNED,
            IN p_type VARCHAR(100) CHARACTER SET ascii, IN p_now BIGINT
            """,
        body: """
            BEGIN
              SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
              INSERT INTO score_proof (action_id, sha256, bytes, content_type, claimed_ms)
              SELECT s.action_id, p_hash, p_bytes, p_type, p_now
              FROM score_submission s JOIN score_user u ON u.id = s.user_id
              WHERE s.action_id = p_action AND u.subject = p_subject
              ON DUPLICATE KEY UPDATE stored_ms = score_proof.stored_ms;
              SELECT COALESCE((
                SELECT IF(p.sha256 <> p_hash, 1, IF(p.stored_ms IS NULL, 2, 3))
                FROM score_proof p JOIN score_submission s ON s.action_id = p.action_id
                  JOIN score_user u ON u.id = s.user_id
                WHERE p.action_id = p_action AND u.subject = p_subject), 0);
            END
            """)

    /// Says that the bytes that prove an action are kept.
    static let keepProof = ScoreRoutine(
        name: "score_keep_proof_1", parameters: "IN p_action BINARY(16), IN p_now BIGINT",
        body: "UPDATE score_proof SET stored_ms = p_now WHERE action_id = p_action AND stored_ms IS NULL")
}
