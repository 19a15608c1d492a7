package import Transfer

/// One address, no session: what most upstreams need.
package struct DirectFetching: Fetching {
    /// A board of 119 rows with profiles has about 100 KB.
    package static let standardBodyBytes = 8 << 20

    private let client: TransferClient
    private let baseURL: String
    private let headers: [String: String]
    private let bodyBytes: Int

    /// - Parameters:
    ///   - baseURL: without a slash at its end.
    ///   - headers: sent with every request; may be secret.
    ///   - bodyBytes: the most of one answer, decompressed.
    package init(
        client: TransferClient, baseURL: String, headers: [String: String] = [:],
        bodyBytes: Int = Self.standardBodyBytes
    ) {
        self.client = client
        self.baseURL = baseURL
        self.headers = headers
        self.bodyBytes = bodyBytes
    }

    package var secrets: [String] { Array(headers.values) }

    package func answer(
        to request: UpstreamRequest, known: Validators, until deadline: ContinuousClock.Instant
    ) async throws -> FetchedAnswer {
        let remaining = deadline - ContinuousClock.now
        guard remaining > .zero else { throw UpstreamError.timeIsUp }
        var transfer = Request(
            url: (request.elsewhere ?? baseURL) + request.path, method: request.body == nil ? "GET" : "POST")
        // Another server has no business with what may be secret here.
        let standing = request.elsewhere == nil ? headers : [:]
        transfer.headers = standing.merging(request.headers) { _, own in own }
            .merging(known.conditions) { own, _ in own }
            .sorted { $0.key < $1.key }.map { Header($0.key, $0.value) }
        transfer.body = request.body
        transfer.limits.total = remaining
        transfer.limits.bodyBytes = bodyBytes
        let response: Response
        do {
            response = try await client.perform(transfer)
        } catch let error as TransferError {
            throw UpstreamError.transfer(error)
        }
        return try FetchedAnswer(response, known: known)
    }
}

extension FetchedAnswer {
    /// - Throws: `UpstreamError.status` where the answer is no success.
    init(_ response: Response, known: Validators) throws(UpstreamError) {
        let isUnchanged = response.status == 304 && known != .none
        guard isUnchanged || (200..<300).contains(response.status) else { throw .status(response.status) }
        self.init(
            body: isUnchanged ? nil : response.body, status: response.status,
            validators: isUnchanged
                ? known
                : Validators(
                    etag: response.value(ofHeader: "ETag"), lastModified: response.value(ofHeader: "Last-Modified")))
    }
}
