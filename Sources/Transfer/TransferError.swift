/// Why there is no answer. A status such as 404 or 500 is an answer and no error.
package struct TransferError: Error, Hashable, Sendable {
    /// What went wrong.
    package enum Kind: Hashable, Sendable {
        /// Nothing accepts connections there, or no way leads there.
        case refused
        case unresolved
        /// One of the limits `total`, `connect` and `slowBytesPerSecond`.
        case timedOut
        /// The limit `bodyBytes` or `headerBytes`.
        case tooLarge
        case tooManyRedirects
        /// The URL's own scheme, or that of a redirect.
        case schemeNotAllowed
        /// The handshake failed, or the certificate is not trusted.
        case tls
        /// The connection ended before the answer did.
        case cutShort
        /// The body is not what its `Content-Encoding` says, or is in one that was not asked for.
        case badEncoding
        case malformedURL
        /// The method or a header holds characters that HTTP does not allow there, or a signature lacks one of its
        /// parts.
        case malformedRequest
        /// What came back is not HTTP.
        case malformedAnswer
        /// As many transfers as the client takes are under way.
        case tooBusy
        /// The client was closed before or during the transfer.
        case closed
        /// Any other of libcurl's codes; those of its multi interface are negative.
        case other(code: Int32)
    }

    package let kind: Kind
    /// What was asked for, without user, password, query and fragment, which may hold secrets; cut to
    /// `urlCharacters`. Empty where it was malformed.
    package let url: String
    /// libcurl's own words, printable ASCII; may be empty.
    package let message: String

    /// The most characters of a URL an error keeps, enough to tell it by.
    static let urlCharacters = 300

    init(_ kind: Kind, url: String, message: String = "") {
        self.kind = kind
        self.url = String(url.prefix(Self.urlCharacters))
        self.message = String(message.unicodeScalars.filter { (32..<127).contains($0.value) }.map(Character.init))
    }
}

extension TransferError: CustomStringConvertible {
    package var description: String {
        let subject = url.isEmpty ? "transfer" : "transfer of \(url)"
        return message.isEmpty ? "\(subject): \(shortDescription)" : "\(subject): \(shortDescription) (\(message))"
    }

    /// A label from a small fixed set, for metrics.
    package var shortDescription: String {
        switch kind {
        case .refused: "refused"
        case .unresolved: "unresolved"
        case .timedOut: "timed_out"
        case .tooLarge: "too_large"
        case .tooManyRedirects: "too_many_redirects"
        case .schemeNotAllowed: "scheme_not_allowed"
        case .tls: "tls"
        case .cutShort: "cut_short"
        case .badEncoding: "bad_encoding"
        case .malformedURL: "malformed_url"
        case .malformedRequest: "malformed_request"
        case .malformedAnswer: "malformed_answer"
        case .tooBusy: "too_busy"
        case .closed: "closed"
        case .other(let code): "curl_\(code)"
        }
    }
}
