/// How upstreams are asked.
package struct CrawlSettings: Hashable, Sendable {
    /// For one request, from its start to the end of its answer.
    package var timeLimit: Duration
    /// For the body of one answer, after decompression.
    package var bodyLimitBytes: Int
    package var boardsAtOnce: Int
    /// An address that upstreams can write to, sent with each request; nil sends none.
    package var contact: String?
}
