/// Everybody who plays, apart from the few with names: where the borders of an event go.
///
/// The share of the final score that is reached by an instant is the same for all ranks but for the weight of the rush.
struct Population: Sendable {
    /// The ranks below 100 that the border list shows.
    static let ranks = [
        200, 300, 400, 500, 1000, 1500, 2000, 2500, 3000, 4000, 5000, 10_000, 20_000, 30_000, 40_000, 50_000, 100_000,
    ]
    /// Typical final scores at 100 and at `ranks`.
    private static let typicalFinals: [Double] = [
        14.0e6, 11.5e6, 9.8e6, 8.6e6, 4.5e6, 3.5e6, 2.9e6, 2.5e6, 2.25e6, 1.9e6, 1.65e6, 1.0e6, 560e3, 370e3, 260e3,
        190e3, 52e3,
    ]
    /// Players who take part sooner or later, and how long it takes until 63 % of them have begun.
    private static let everybody = 400_000.0
    private static let joiningHours = 20.0

    private let effort: EffortCurve
    private let finals: [Double]
    private let rushWeights: [Double]

    /// - Parameter level: how strong the event is, 1 in a typical one.
    init(effort: EffortCurve, level: Double, random: inout SeededRandom) {
        self.effort = effort
        let slope = 0.06 * random.normal()
        var finals: [Double] = []
        var weights: [Double] = []
        for (rank, typical) in zip(Self.ranks, Self.typicalFinals) {
            let distance = RealMath.log(Double(rank) / 1000)
            finals.append(typical * level * RealMath.exp(slope * distance))
            weights.append(4.2 - 0.25 * distance)
        }
        self.finals = finals
        rushWeights = weights
    }

    /// The final score at the rank of the index in `ranks`.
    func final(atIndex index: Int) -> Double { finals[index] }

    /// The score at the rank of the index after so many hours; never falling.
    func score(atIndex index: Int, hours: Double) -> Double {
        finals[index] * effort.share(hours: hours, rushWeight: rushWeights[index])
    }

    /// Whether as many players as the rank have begun, so many hours after the board opened.
    static func exists(rank: Int, hours: Double) -> Bool {
        everybody * (1 - RealMath.exp(-hours / joiningHours)) >= Double(rank)
    }
}
