/// What the game server says to one request, and how it says it.
package struct GameAnswer: Hashable, Sendable {
    /// How the body reaches the client.
    package enum Delivery: Hashable, Sendable {
        case whole
        /// The connection breaks after half of the body.
        case cut
        /// Nothing comes for this long, in simulated time.
        case delayed(Duration)
    }

    package let status: Int
    package let body: [UInt8]
    package let delivery: Delivery
    /// Beside those of every answer.
    package var headers: [String: String]
    /// The fault that was played; nil for an honest answer.
    package let fault: FaultKind?
    /// What a client can read out of the answer; empty for master data, errors and broken bodies.
    package let shown: [ShownBoard]

    init(
        status: Int, body: [UInt8], delivery: Delivery = .whole, headers: [String: String] = [:],
        fault: FaultKind? = nil, shown: [ShownBoard] = []
    ) {
        self.headers = headers
        self.status = status
        self.body = body
        self.delivery = delivery
        self.fault = fault
        self.shown = shown
    }

    /// An error in the server's own words: `{"httpStatus":404,"errorCode":"not_found","errorMessage":""}`.
    static func error(
        status: Int, code: String, message: String = "", headers: [String: String] = [:], fault: FaultKind? = nil
    ) -> Self {
        var json = JSONText()
        json.raw("{\"httpStatus\":")
        json.integer(Int64(status))
        json.raw(",\"errorCode\":")
        json.string(code)
        json.raw(",\"errorMessage\":")
        json.string(message)
        json.raw("}")
        return Self(status: status, body: json.bytes, headers: headers, fault: fault)
    }

    /// What a request that the server does not know gets.
    package static let notFound = error(status: 404, code: "not_found")
}
