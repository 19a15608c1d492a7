import Rankings

/// What the manifest says of the editions to come.
struct Publication: Equatable {
    /// The planned slots of the next editions, any order.
    let nextSlots: [Instant]
    /// From a slot to its edition's being visible, at the 90th percentile of the last hour.
    let delay: Duration

    /// What editions take where the manifest does not say.
    static let usualDelay = Duration.seconds(5)
    /// How long an edition that did not come is still awaited any second; then it counts as given up.
    static let patience = Duration.seconds(60)
    /// Seconds. The least keeps a late edition from being asked for without end by every viewer at once; the most is a
    /// minute and the delay that is thought normal, so that no answer outlives an edition by much.
    static let ageLimits = 2...65

    /// Without a manifest: nothing is known of any edition.
    static let unknown = Publication(nextSlots: [], delay: usualDelay)

    /// Whole seconds for which an answer given now may be kept: until the next edition is expected. Where no edition
    /// is, the next whole minute takes its place.
    func maxAge(now: Instant) -> Int {
        let left = nextSlots.compactMap { slot -> Duration? in
            let due = slot + delay
            if now < due { return due - now }
            return now < due + Self.patience ? .zero : nil
        }
        let rest = left.min() ?? ((Slot(containing: now) + 1).start + delay) - now
        let seconds = Int((rest.inSeconds).rounded(.up))
        return min(max(seconds, Self.ageLimits.lowerBound), Self.ageLimits.upperBound)
    }
}
