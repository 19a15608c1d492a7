package import Transfer

/// Sends requests without a session: what most upstreams need.
package struct DirectFetching: Fetching {
    /// A board of 119 rows with profiles has about 100 KB.
    package static let standardBodyBytes = 8 << 20

    private let sending: any Sending
    private let headers: StandingHeaders
    private let reader: AnswerReader

    package init(
        sending: any Sending, headers: StandingHeaders = StandingHeaders(), reader: AnswerReader = AnswerReader()
    ) {
        self.sending = sending
        self.headers = headers
        self.reader = reader
    }

    /// One host, asked as often as it is asked for.
    ///
    /// - Parameters:
    ///   - baseURL: without a slash at its end.
    ///   - bodyBytes: the most of one answer, decompressed.
    package init(client: TransferClient, baseURL: String, bodyBytes: Int = Self.standardBodyBytes) {
        self.init(sending: DirectSending(client: client, baseURL: baseURL, bodyBytes: bodyBytes))
    }

    package var secrets: [String] { Array(headers.secret.values) }

    package func settle() async { await sending.settle() }

    package func reject(_ answer: FetchedAnswer, until deadline: ContinuousClock.Instant) async {
        await sending.reject(answer.address, until: deadline)
    }

    package func answer(
        to request: UpstreamRequest, known: Validators, until deadline: ContinuousClock.Instant
    ) async throws -> FetchedAnswer {
        let response = try await sending.response(
            to: OutgoingRequest(request, standing: headers, known: known), until: deadline)
        return try reader.answer(in: response, known: known)
    }
}
