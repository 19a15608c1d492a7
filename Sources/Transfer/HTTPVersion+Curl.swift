import CCurl

extension HTTPVersion {
    /// Reads `CURLINFO_HTTP_VERSION`; nil where there was no HTTP.
    init?(curl version: Int) {
        switch version {
        case Int(CURL_HTTP_VERSION_1_0): self = .http10
        case Int(CURL_HTTP_VERSION_1_1): self = .http11
        case Int(CURL_HTTP_VERSION_2_0): self = .http2
        case Int(CURL_HTTP_VERSION_3): self = .http3
        default: return nil
        }
    }
}
