/// The database account of the API: it may read the tables of scores and make the calls that change them.
package struct ScoreAccount: Hashable, Sendable {
    package static let name = "borderline_scores"
    /// Tables the account reads.
    static let tables = [
        "schema_migration", "score_board", "score_user", "score_entry", "score_tally", "score_submission",
        "score_revision", "score_recalc", "score_recalc_source",
    ]
}
