/// A request and which part of the boards its answer shows.
package struct RankingRequest: Hashable, Sendable {
    package let part: RankingPart
    package let request: UpstreamRequest

    package init(part: RankingPart, request: UpstreamRequest) {
        self.part = part
        self.request = request
    }
}
