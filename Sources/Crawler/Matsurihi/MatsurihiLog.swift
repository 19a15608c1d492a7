import Rankings

/// The history of one rank in the answer to `…/logs/{ranks}`.
struct MatsurihiLog: Decodable {
    struct Point: Decodable {
        let score: Int64
        let aggregatedAt: UpstreamInstant
    }

    let rank: Int
    let data: [Point]
}

extension ShownBoard {
    /// The newest score of each rank; nil where no rank has any.
    init?(_ logs: [MatsurihiLog]) {
        var borders: [Border] = []
        var shownAt: Instant?
        var empty = 0
        for log in logs {
            guard let newest = log.data.max(by: { $0.aggregatedAt.instant < $1.aggregatedAt.instant }) else {
                empty += 1
                continue
            }
            borders.append(Border(rank: log.rank, score: newest.score))
            shownAt = max(shownAt ?? newest.aggregatedAt.instant, newest.aggregatedAt.instant)
        }
        if borders.isEmpty { return nil }
        self.init(borders: borders, shownAt: shownAt, dropped: empty > 0 ? ["of a rank without scores": empty] : [:])
    }
}
