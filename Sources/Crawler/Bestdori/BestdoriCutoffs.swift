import Rankings

/// The answer to `/api/tracker/data`: the history of one tier, oldest first, or `result: false` and an empty list where
/// there is none.
struct BestdoriCutoffs: Decodable {
    struct Cutoff: Decodable {
        /// Unix milliseconds.
        let time: Int64
        let ep: Int64
    }

    let result: Bool
    let cutoffs: [Cutoff]?

    /// - Returns: nil where the tracker has nothing.
    func shown(at tier: Int) -> ShownBoard? {
        guard result, let newest = (cutoffs ?? []).max(by: { $0.time < $1.time }) else { return nil }
        return ShownBoard(
            borders: [Border(rank: tier, score: newest.ep)], shownAt: Instant(upstreamMilliseconds: newest.time))
    }
}
