package import Rankings

/// A successful answer to one request.
package struct FetchedAnswer: Hashable, Sendable {
    /// nil where the upstream says that nothing has changed since the answer with the validators that were sent.
    package let body: [UInt8]?
    /// The HTTP status: 200 to 299, or 304.
    package let status: Int
    /// What to ask with next time.
    package let validators: Validators
    /// The upstream's clock when it answered; nil where it does not say.
    package let answeredAt: Instant?
    /// The address that answered. May hold secrets, as the request's may.
    package let address: String

    package init(
        body: [UInt8]?, status: Int = 200, validators: Validators = .none, answeredAt: Instant? = nil,
        address: String = ""
    ) {
        self.address = address
        self.body = body
        self.status = status
        self.validators = validators
        self.answeredAt = answeredAt
    }
}
