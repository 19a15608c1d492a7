extension ScoreRoutine {
    /// Writes something of no meaning: when it is committed, so is all that its caller has read before.
    ///
    /// InnoDB shows a change to others a little before it is on disk. Whoever tells it to the world in that moment
    /// tells what a killed server does not know any more when it comes back, and what another change takes the number
    /// of. The log is written in order, so that one commit waits for all before it.
    ///
    /// The rows are few and stay: nobody else has such senders.
    static let settle = ScoreRoutine(
        name: "score_settle_1", parameters: "IN p_row BINARY(16)",
        body: """
            INSERT INTO score_limit VALUES (p_row, 0, 0, \(Int64.max)) ON DUPLICATE KEY UPDATE next_ms = next_ms + 1
            """)
}
