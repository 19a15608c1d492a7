package import Rankings
import Transfer

/// Tells what a response means before its body is read as a ranking. Pure but for the clock it is given.
package struct AnswerReader: Sendable {
    /// How far an upstream's clock may be off.
    static let mostOff: Duration = .minutes(5)

    private let time: (any TimeSource)?
    private let checksClock: Bool
    private let trouble: @Sendable (_ body: [UInt8]) -> Int?

    /// - Parameters:
    ///   - time: by which the upstream's waiting times are counted; nil leaves them unread.
    ///   - checksClock: whether `time` is the machine's, against which the upstream's is held.
    ///   - trouble: the status that a body names against its own answer's success; nil where it names none.
    package init(
        time: (any TimeSource)? = nil, checksClock: Bool = false,
        trouble: @escaping @Sendable (_ body: [UInt8]) -> Int? = { _ in nil }
    ) {
        self.time = time
        self.checksClock = checksClock
        self.trouble = trouble
    }

    /// - Throws: `UpstreamError` where the response is no success, or its clock is off.
    func answer(in response: Response, known: Validators) throws(UpstreamError) -> FetchedAnswer {
        let status = status(of: response)
        let isUnchanged = status == 304 && known != .none
        guard isUnchanged || (200..<300).contains(status) else { throw failure(of: response) }
        let answeredAt = HTTPTime.answered(response)
        if checksClock, let now = time?.now(), let answeredAt {
            let offset = answeredAt - now
            if offset > Self.mostOff || offset < .zero - Self.mostOff { throw .clockOff(offset) }
        }
        let validators =
            isUnchanged
            ? known
            : Validators(
                etag: response.value(ofHeader: "ETag"), lastModified: response.value(ofHeader: "Last-Modified"))
        return FetchedAnswer(
            body: isUnchanged ? nil : response.body, status: status, validators: validators, answeredAt: answeredAt,
            address: response.effectiveURL)
    }

    /// The status of a response, or the one its body names in its place.
    func status(of response: Response) -> Int {
        guard (200..<300).contains(response.status) else { return response.status }
        return trouble(response.body) ?? response.status
    }

    /// What a response that is no success means.
    func failure(of response: Response) -> UpstreamError {
        switch status(of: response) {
        case 429: .tooManyRequests(until: time.flatMap { RetryAfter.instant(in: response, now: $0.now()) })
        case 503: .maintenance(until: time.flatMap { RetryAfter.instant(in: response, now: $0.now()) })
        case let other: .status(other)
        }
    }
}
