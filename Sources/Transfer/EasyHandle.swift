import CCurl

/// Owns one `CURL *`, and the buffer libcurl writes its error messages to.
struct EasyHandle: ~Copyable {
    private let raw: UnsafeMutableRawPointer
    private let message: UnsafeMutablePointer<CChar>

    init() {
        guard let raw = curl_easy_init() else { preconditionFailure("curl_easy_init: out of memory") }
        self.raw = raw
        message = .allocate(capacity: Int(CURL_ERROR_SIZE))
        message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        // In this order: cleaning up may still write a message.
        curl_easy_cleanup(raw)
        message.deallocate()
    }

    /// What tells this handle from others; not to be used as a pointer.
    var identity: UnsafeRawPointer { UnsafeRawPointer(raw) }

    /// Lends the pointer to the multi handle's calls.
    borrowing func withPointer<Result, Failure: Error>(
        _ body: (UnsafeMutableRawPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(raw)
    }

    /// Forgets every option, callback and message; connections and names looked up live on in the multi handle.
    borrowing func reset() {
        curl_easy_reset(raw)
        message[0] = 0
    }

    /// Has messages written to the handle's own buffer.
    borrowing func collectMessages() throws(CurlFailure) {
        try CurlFailure.check(ccurl_setopt_pointer(raw, CURLOPT_ERRORBUFFER, message))
    }

    borrowing func set(_ option: CURLoption, _ value: Int) throws(CurlFailure) {
        try CurlFailure.check(ccurl_setopt_long(raw, option, value))
    }

    /// libcurl copies the string.
    borrowing func set(_ option: CURLoption, _ value: String) throws(CurlFailure) {
        try CurlFailure.check(ccurl_setopt_string(raw, option, value))
    }

    /// libcurl does not copy the list: it must live until `reset`.
    borrowing func set(_ option: CURLoption, _ list: borrowing HeaderList) throws(CurlFailure) {
        try CurlFailure.check(ccurl_setopt_list(raw, option, list.first))
    }

    /// libcurl hands `context` to every call of `callback`: it must live until `reset`.
    borrowing func set(
        _ callback: (option: CURLoption, function: ccurl_write_callback),
        context: (option: CURLoption, pointer: UnsafeMutableRawPointer)
    ) throws(CurlFailure) {
        try CurlFailure.check(ccurl_setopt_pointer(raw, context.option, context.pointer))
        try CurlFailure.check(ccurl_setopt_write(raw, callback.option, callback.function))
    }

    /// libcurl copies the bytes.
    borrowing func setBody(_ body: [UInt8]) throws(CurlFailure) {
        // With a size of zero libcurl keeps no copy and would ask a read callback; an empty string it keeps.
        guard !body.isEmpty else { return try set(CURLOPT_COPYPOSTFIELDS, "") }
        try CurlFailure.check(ccurl_setopt_offset(raw, CURLOPT_POSTFIELDSIZE_LARGE, body.count))
        try CurlFailure.check(
            body.withUnsafeBytes { ccurl_setopt_bytes(raw, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) })
    }

    /// The number behind one of libcurl's `CURLINFO_…` of type long; 0 where it is not known.
    borrowing func number(_ info: CURLINFO) -> Int {
        var value = 0
        return ccurl_getinfo_long(raw, info, &value) == CURLE_OK ? value : 0
    }

    /// The text behind one of libcurl's `CURLINFO_…` of type string; empty where it is not known.
    borrowing func text(_ info: CURLINFO) -> String {
        var value: UnsafeMutablePointer<CChar>?
        guard ccurl_getinfo_string(raw, info, &value) == CURLE_OK, let value else { return "" }
        return String(cString: value)
    }

    /// The header fields of the last answer.
    borrowing func answerHeaders() -> [Header] {
        var headers: [Header] = []
        var previous: UnsafeMutablePointer<curl_header>?
        // -1 is the last of the answers that redirects led through.
        while let header = curl_easy_nextheader(raw, UInt32(CURLH_HEADER), -1, previous) {
            headers.append(Header(String(cString: header.pointee.name), String(cString: header.pointee.value)))
            previous = header
        }
        return headers
    }

    /// What libcurl wrote about its last failure, else its general words for the code.
    borrowing func words(for code: CURLcode) -> String {
        message[0] == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: message)
    }
}
