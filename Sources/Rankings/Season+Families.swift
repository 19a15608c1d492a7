/// The families of games, each with the cadence its data deserves.
extension Season {
    /// Project SEKAI at its own server: new every minute; frozen from the end of scoring until the announcement ten
    /// minutes later; then corrected (cheaters are removed) until the close about 42 hours after it.
    package static let projectSekai = Season()

    /// Project SEKAI as public trackers show it: the same life, and data that several minutes may pass between.
    package static let projectSekaiTracker = Season(cadenceMinutes: 5)

    /// BanG Dream as Bestdori shows it: written down every minute; nothing is frozen, and the result is what the
    /// tracker saw last.
    package static let bangDream = Season(isFrozenWhileCounting: false)

    /// THE IDOLM@STER Million Live! Theater Days as matsurihi.me shows it: aggregated on the hour and the half hour,
    /// and ready some minutes later.
    package static let theaterDays = Season(cadenceMinutes: 30, offsetMinutes: 5, isFrozenWhileCounting: false)

    /// Boards of one's own: new every minute; nothing is frozen, and a result is out when scoring ends.
    package static let house = Season(isFrozenWhileCounting: false)

    /// A game of which nothing is known but what the configuration says: as often as a border is worth reading, and
    /// nothing is frozen.
    package static let unknown = Season(cadenceMinutes: 5, isFrozenWhileCounting: false)

    /// The same life with another cadence.
    package func every(minutes: Int) -> Season {
        Season(
            cadenceMinutes: minutes, offsetMinutes: offsetMinutes, correctionMinutes: correctionMinutes,
            isFrozenWhileCounting: isFrozenWhileCounting)
    }
}
