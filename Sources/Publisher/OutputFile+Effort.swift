extension OutputFile {
    /// How long compression may take.
    package enum Effort: Hashable, Sendable {
        /// Made every minute.
        case quick
        /// Made every minute, small, and fetched by every viewer: where the minute has time for it.
        case careful
        /// Made once and fetched for long.
        case thorough

        /// For the roots of a minute in which so many boards are published.
        package static func forRoots(ofBoards boards: Int) -> Effort {
            Double(boards) * carefulSeconds <= budgetSeconds ? .careful : .quick
        }

        /// What a minute may spend on smaller roots, in seconds of processor time: one part in a hundred and twenty of
        /// what two processors have.
        private static let budgetSeconds = 1.0
        /// What one root costs more than a quick one, in seconds of processor time: 5 KB, measured.
        private static let carefulSeconds = 0.004
    }
}
