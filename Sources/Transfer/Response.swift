/// A server's whole answer, whatever its status.
package struct Response: Sendable {
    /// The HTTP status, 200 to 599.
    package let status: Int
    /// Of the last answer only, in the server's order; trailers are left out.
    package let headers: [Header]
    /// Decompressed; empty where there was none. A body cut on its way is an error, but not one whose server compressed
    /// too little of it and sent that as a whole message: libcurl 7.88 takes the part for all.
    package let body: [UInt8]
    /// Where the last redirect led. May hold secrets, as the request's URL may.
    package let effectiveURL: String
    package let httpVersion: HTTPVersion
    /// From the call to the last byte, waiting for a free connection included.
    package let duration: Duration

    package init(
        status: Int,
        headers: [Header],
        body: [UInt8],
        effectiveURL: String,
        httpVersion: HTTPVersion,
        duration: Duration
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.effectiveURL = effectiveURL
        self.httpVersion = httpVersion
        self.duration = duration
    }

    /// The first value of that header, its name compared without regard to case; nil where it is absent.
    package func value(ofHeader name: String) -> String? {
        let wanted = name.lowercased()
        return headers.first { $0.name.lowercased() == wanted }?.value
    }
}
