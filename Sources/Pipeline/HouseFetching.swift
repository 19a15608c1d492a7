package import Crawler
import Foundation
import Rankings
import Scoring
package import Storage

/// Answers what a house board is asked from the store of scores, in the place of a server.
package struct HouseFetching: Fetching {
    /// What a database that does not answer counts as.
    private static let unavailable = 503
    private static let unknown = 404

    private let store: ScoreStore

    package init(store: ScoreStore) { self.store = store }

    package var secrets: [String] { [] }

    package func reject(_ answer: FetchedAnswer, until deadline: ContinuousClock.Instant) {}

    package func settle() {}

    package func answer(
        to request: UpstreamRequest, known: Validators, until deadline: ContinuousClock.Instant
    ) async throws -> FetchedAnswer {
        do {
            if request.path == HouseUpstream.listsPath { return try answer(try await lists().map(\.shown)) }
            let id = request.path.dropFirst(HouseUpstream.standingPath.count)
            guard let list = try await lists().first(where: { $0.id == id }) else {
                throw UpstreamError.status(Self.unknown)
            }
            return try answer(try await standing(of: list))
        } catch  where DatabaseFailure(error) != nil {
            throw UpstreamError.status(Self.unavailable)
        }
    }

    private func lists() async throws -> [RecordedList] { try await store.recordedLists() }

    private func standing(of list: RecordedList) async throws -> HouseStanding {
        let (top, borders) = try await store.standing(
            of: list, entries: HouseUpstream.entries, borders: HouseUpstream.borders)
        return HouseStanding(
            rows: top.map { entry in
                HouseStanding.Row(
                    rank: entry.place, player: entry.player.description, name: entry.name, score: entry.score)
            }, borders: borders.map { HouseStanding.Border(rank: $0.rank, score: $0.score) })
    }

    private func answer(_ document: some Encodable) throws -> FetchedAnswer {
        FetchedAnswer(body: Array(try JSONEncoder().encode(document)))
    }
}

extension RecordedList {
    fileprivate var shown: HouseList {
        HouseList(
            id: id, title: period.hasPrefix("event-") ? title : "\(title), \(period)", board: board,
            isMonotone: isMonotone, scale: scale,
            starts: times.lowerBound.unixMilliseconds, ends: times.upperBound.unixMilliseconds)
    }
}
