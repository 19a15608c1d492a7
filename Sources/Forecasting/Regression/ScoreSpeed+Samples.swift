extension ScoreSpeed {
    /// The logarithm by which each sample's rest is larger for the scores it has before it; 0 for those of other games
    /// and classes than the live board's, and far from the end.
    static func pulls(in set: SampleSet) -> [Double] {
        var pulls = [Double](repeating: 0, count: set.samples.count)
        guard let live = set.samples.last, set.finishedCount < set.samples.count else { return pulls }
        var places: [Int] = []
        var ways: [ScoreWay] = []
        for (place, sample) in set.samples.enumerated() where sample.traits.sharesGameAndClass(live.traits) {
            guard let hours = sample.hours else { continue }
            places.append(place)
            ways.append(ScoreWay(traits: sample.traits, hours: hours, hasEnded: place < set.finishedCount))
        }
        guard let speed = ScoreSpeed(ways, anchor: live.reading.present) else { return pulls }
        for (place, pull) in zip(places, speed.pulls()) { pulls[place] = pull }
        return pulls
    }
}
