package import Transfer

/// One host, asked as often as it is asked for.
package struct DirectSending: Sending {
    private let client: TransferClient
    private let baseURL: String
    private let bodyBytes: Int
    private let speed: Double

    /// - Parameters:
    ///   - baseURL: without a slash at its end.
    ///   - bodyBytes: the most of one answer, decompressed.
    ///   - speed: of the clock by which the time for a connection is limited.
    package init(client: TransferClient, baseURL: String, bodyBytes: Int, speed: Double = 1) {
        self.client = client
        self.baseURL = baseURL
        self.bodyBytes = bodyBytes
        self.speed = speed
    }

    package func settle() async {}

    package func reject(_ address: String, until deadline: ContinuousClock.Instant) async {}

    package func response(
        to request: OutgoingRequest, until deadline: ContinuousClock.Instant
    ) async throws -> Response {
        let remaining = deadline - ContinuousClock.now
        guard remaining > .zero else { throw UpstreamError.timeIsUp }
        var transfer = Request(url: (request.elsewhere ?? baseURL) + request.path, method: request.method)
        transfer.headers = request.headers.sorted { $0.key < $1.key }.map { Header($0.key, $0.value) }
        transfer.body = request.body
        transfer.limits = limits(remaining: remaining)
        if request.isSecret { transfer.limits.redirects = 0 }
        do {
            return try await client.perform(transfer)
        } catch let error as TransferError {
            throw UpstreamError.transfer(error)
        }
    }

    /// An answer that is slow to come is waited for as long as there is time: it is a reading all the same.
    func limits(remaining: Duration) -> Limits {
        var limits = Limits.standard
        limits.total = remaining
        limits.connect /= speed
        limits.slowBytesPerSecond = 0
        limits.bodyBytes = bodyBytes
        return limits
    }
}
