/// Somebody who watches a board.
struct LiveWatcher: Sendable {
    /// Messages that wait for one watcher, twice as many as are sent without a pause; whoever is so far behind is cut
    /// off, and comes back to a snapshot.
    static let waiting = 2 * LiveBoard.batch
    /// How long whoever watches may read on when the server ends.
    static let farewell = Duration.seconds(2)

    /// What was sent to them.
    var position: LivePosition
    let continuation: AsyncStream<LiveMessage>.Continuation
    let line: LiveLine
}
