/// Where a transfer is cut off.
package struct Limits: Sendable {
    /// The most bytes of body, counted after decompression.
    package var bodyBytes: Int
    /// The most bytes of header lines, redirecting answers included.
    package var headerBytes: Int
    /// From the call to the last byte, waiting for a free connection included.
    package var total: Duration
    /// For name look-up, connection and TLS together.
    package var connect: Duration
    /// How many redirects are followed; 0 hands the redirecting answer to the caller.
    package var redirects: Int
    /// The schemes allowed, in the request and in every redirect.
    package var schemes: Set<Scheme>
    /// A transfer slower than this many bytes a second, for all of `slowFor`, is given up as timed out; 0 never.
    package var slowBytesPerSecond: Int
    /// How long it may stay slow; whole seconds, rounded up.
    package var slowFor: Duration

    /// Limits for an answer of an ordinary web service.
    package static let standard = Limits()

    package init(
        // Answers of web services are some hundred KB; 16 MiB is far above them and harmless in memory.
        bodyBytes: Int = 16 << 20,
        // Servers send one or two KB; nginx and Apache themselves accept no more than 8 to 32 KiB of them.
        headerBytes: Int = 64 << 10,
        // Half of a one-minute cycle, so that a second attempt still fits.
        total: Duration = .seconds(30),
        // A lost SYN is repeated after 1 and 3 seconds; who has not answered by then is down.
        connect: Duration = .seconds(5),
        // http to https and one to the canonical host, and one to spare.
        redirects: Int = 3,
        schemes: Set<Scheme> = Set(Scheme.allCases),
        // Slower than a modem for ten seconds: the line is dead though it is open.
        slowBytesPerSecond: Int = 100,
        slowFor: Duration = .seconds(10)
    ) {
        self.bodyBytes = bodyBytes
        self.headerBytes = headerBytes
        self.total = total
        self.connect = connect
        self.redirects = redirects
        self.schemes = schemes
        self.slowBytesPerSecond = slowBytesPerSecond
        self.slowFor = slowFor
    }
}
