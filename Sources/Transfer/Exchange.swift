import CCurl

/// One request and the answer that is coming in for it, on an easy handle that is used again afterwards.
///
/// It belongs to the loop's queue, where libcurl calls its callbacks as well. libcurl holds an unretained pointer to it
/// from `begin` to `clear`; the engine keeps every exchange alive through that time.
final class Exchange {
    let easy = EasyHandle()
    private(set) var submission: Submission?
    private var sentHeaders = HeaderList()
    private var body: [UInt8] = []
    private var headerBytes = 0
    /// Whether the last answer's head has come to its empty line.
    private var isHeadComplete = false
    /// Set where a callback refused to go on.
    private var hasOverrun = false

    /// Sets every option for the submission's request.
    func begin(_ submission: Submission, settings: ClientSettings) throws(CurlFailure) {
        self.submission = submission
        let request = submission.request
        try easy.collectMessages()
        try easy.set(CURLOPT_URL, request.url)
        try setSafety(request.limits, settings: settings)
        try setLimits(request.limits)
        try setVersion(request.version)
        try setMethod(request)
        try setHeaders(request, userAgent: settings.userAgent)
        if let signature = request.signature { try setSignature(signature) }
        try setCallbacks()
    }

    /// Gives the handle and the memory free for the next exchange; it must not be under way.
    func clear() {
        easy.reset()
        submission = nil
        sentHeaders = HeaderList()
        body = []
        headerBytes = 0
        isHeadComplete = false
        hasOverrun = false
    }

    /// What libcurl's result means for the caller.
    func outcome(_ code: CURLcode, now: ContinuousClock.Instant) -> Result<Response, TransferError> {
        guard let submission else { preconditionFailure("an exchange ended that had not begun") }
        let status = easy.number(CURLINFO_RESPONSE_CODE)
        guard code == CURLE_OK, let version = HTTPVersion(curl: easy.number(CURLINFO_HTTP_VERSION)) else {
            let kind: TransferError.Kind = hasOverrun ? .tooLarge : TransferError.Kind(code, status: status)
            return .failure(TransferError(kind, url: submission.redactedURL, message: easy.words(for: code)))
        }
        // libcurl takes a connection that ends amid the head for the end of the answer.
        guard isHeadComplete else {
            return .failure(TransferError(.cutShort, url: submission.redactedURL, message: "the head is cut"))
        }
        return .success(
            Response(
                status: status,
                headers: easy.answerHeaders(),
                body: body,
                effectiveURL: easy.text(CURLINFO_EFFECTIVE_URL),
                httpVersion: version,
                duration: now - submission.began
            ))
    }

    // MARK: Options

    private func setSafety(_ limits: Limits, settings: ClientSettings) throws(CurlFailure) {
        let schemes = limits.schemes.map(\.rawValue).sorted().joined(separator: ",")
        try easy.set(CURLOPT_PROTOCOLS_STR, schemes)
        try easy.set(CURLOPT_REDIR_PROTOCOLS_STR, schemes)
        try easy.set(CURLOPT_SSL_VERIFYPEER, 1)
        try easy.set(CURLOPT_SSL_VERIFYHOST, 2)
        if let file = settings.authorityFile { try easy.set(CURLOPT_CAINFO, file) }
        // Else libcurl would read a proxy from the environment.
        try easy.set(CURLOPT_PROXY, "")
        // Signals would go to whichever thread is at hand.
        try easy.set(CURLOPT_NOSIGNAL, 1)
        // Else giving up during a name look-up would hold the loop until the look-up ends. Its thread frees its own.
        try easy.set(CURLOPT_QUICK_EXIT, 1)
    }

    private func setLimits(_ limits: Limits) throws(CurlFailure) {
        // `total` is not here: libcurl 7.88 does not count it while a transfer waits for a connection. The engine does.
        try easy.set(CURLOPT_CONNECTTIMEOUT_MS, max(1, limits.connect.wholeMilliseconds))
        try easy.set(CURLOPT_FOLLOWLOCATION, limits.redirects > 0 ? 1 : 0)
        try easy.set(CURLOPT_MAXREDIRS, limits.redirects)
        if limits.slowBytesPerSecond > 0 {
            try easy.set(CURLOPT_LOW_SPEED_LIMIT, limits.slowBytesPerSecond)
            try easy.set(CURLOPT_LOW_SPEED_TIME, max(1, (limits.slowFor.wholeMilliseconds + 999) / 1000))
        }
    }

    private func setVersion(_ version: VersionChoice) throws(CurlFailure) {
        switch version {
        case .automatic: try easy.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        case .http11: try easy.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        }
    }

    private func setMethod(_ request: Request) throws(CurlFailure) {
        if let body = request.body { try easy.setBody(body) }
        switch request.method {
        case "GET" where request.body == nil: try easy.set(CURLOPT_HTTPGET, 1)
        case "HEAD" where request.body == nil: try easy.set(CURLOPT_NOBODY, 1)
        // With a body libcurl sends POST by itself, and turns it to GET after a redirect that asks for that.
        case "POST" where request.body != nil: break
        default: try easy.set(CURLOPT_CUSTOMREQUEST, request.method)
        }
    }

    private func setHeaders(_ request: Request, userAgent: String) throws(CurlFailure) {
        try easy.set(CURLOPT_USERAGENT, userAgent)
        // Empty: every coding libcurl can undo.
        try easy.set(CURLOPT_ACCEPT_ENCODING, "")
        for header in request.headers {
            // Without a value libcurl would leave the header out; the semicolon makes it send an empty one.
            sentHeaders.append(header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)")
        }
        if request.body != nil, !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
            // Else libcurl calls every body a web form.
            sentHeaders.append("Content-Type:")
        }
        try easy.set(CURLOPT_HTTPHEADER, sentHeaders)
    }

    private func setSignature(_ signature: RequestSignature) throws(CurlFailure) {
        try easy.set(CURLOPT_AWS_SIGV4, signature.curlText)
        // Apart, unlike CURLOPT_USERPWD: a key id may hold a colon.
        try easy.set(CURLOPT_USERNAME, signature.keyID)
        try easy.set(CURLOPT_PASSWORD, signature.secret)
    }

    // MARK: Callbacks

    private func setCallbacks() throws(CurlFailure) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        try easy.set(
            (CURLOPT_WRITEFUNCTION, { Exchange.deliver($0, $1 * $2, $3) { $0.takeBody($1) } }),
            context: (CURLOPT_WRITEDATA, context))
        try easy.set(
            (CURLOPT_HEADERFUNCTION, { Exchange.deliver($0, $1 * $2, $3) { $0.takeHeaderLine($1) } }),
            context: (CURLOPT_HEADERDATA, context))
    }

    /// Finds the exchange behind a callback's context; answers less than `count`, which ends the transfer, on refusal.
    private static func deliver(
        _ bytes: UnsafeMutablePointer<CChar>?,
        _ count: Int,
        _ context: UnsafeMutableRawPointer?,
        to take: (Exchange, UnsafeRawBufferPointer) -> Bool
    ) -> Int {
        guard let context, count > 0 else { return 0 }
        let exchange = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
        return take(exchange, UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
    }

    private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let limits = submission?.request.limits, body.count + bytes.count <= limits.bodyBytes else {
            hasOverrun = true
            return false
        }
        body.append(contentsOf: bytes)
        return true
    }

    private func takeHeaderLine(_ bytes: UnsafeRawBufferPointer) -> Bool {
        headerBytes += bytes.count
        guard let limits = submission?.request.limits, headerBytes <= limits.headerBytes else {
            hasOverrun = true
            return false
        }
        if bytes.starts(with: "HTTP/".utf8) {
            isHeadComplete = false
        } else if bytes.elementsEqual("\r\n".utf8) || bytes.elementsEqual("\n".utf8) {
            isHeadComplete = true
        }
        return true
    }
}
