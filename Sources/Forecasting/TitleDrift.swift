import Glibc
import Rankings

/// What the running board itself says of a title that nothing has finished of: how much faster than foretold it went in
/// the last day.
///
/// Titles differ from one another far more than the events of one. Where the title is known that is learnt from its
/// events, and one more day says nothing new: walk-forward, its error and the error of the rest are uncorrelated. Of a
/// new title it is all there is.
enum TitleDrift {
    /// The span that is looked back over, where the board has run as long before it.
    private static let span: Int64 = 24 * 3600
    /// How much of the drift is expected to go on: of recorded boards forecast without their title, all and more did.
    private static let lasting = 0.5
    /// A drift of more than e is not believed.
    private static let limit = 1.0
    private static let gainFloorShare = 0.0005

    /// The expected difference of the logarithm of the rest from what other titles say; 0 where nothing can be told.
    static func expected(of live: LiveBoard, past: [PastBoard], by model: PooledModel) -> Double {
        guard let newest = live.borders.compactMap(\.seen.newestSecond).max(), newest - live.starts > 2 * span else {
            return 0
        }
        let before = live.seen(until: newest - span)
        var foreteller = model
        foreteller.followsDrift = false
        let answer = foreteller.answer(for: before, past: past.filter { $0.ends <= newest - span })
        guard let lead = before.leadHours else { return 0 }
        let drifts = answer.estimates.compactMap { estimate -> Double? in
            guard let basis = answer.bases[estimate.rank],
                let now = live.borders.first(where: { $0.rank == estimate.rank })?.seen.newest
            else { return nil }
            let path = BorderPath(finals: estimate.finals, present: estimate.present, shape: basis.shape)
            let foretold = path.median(
                leadHours: Double(live.ends - newest) / 3600, from: estimate.present, atLead: lead,
                stepMinutes: basis.shape.stepMinutes)
            let floor = gainFloorShare * now
            return log((max(now - estimate.present, 0) + floor) / (max(foretold - estimate.present, 0) + floor))
        }
        guard !drifts.isEmpty else { return 0 }
        return lasting * min(max(drifts.reduce(0, +) / Double(drifts.count), -limit), limit)
    }
}
