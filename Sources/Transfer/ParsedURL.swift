import CCurl

/// The parts of a URL that matter here, as libcurl itself reads them.
struct ParsedURL {
    /// Lower case.
    let scheme: String
    /// The URL without user, password, query and fragment.
    let redacted: String

    /// nil where libcurl can't read it, or it has no scheme.
    init?(_ url: String) {
        // A C string ends at the first NUL; what stands behind it would go unread.
        guard !url.utf8.contains(0), let handle = curl_url() else { return nil }
        defer { curl_url_cleanup(handle) }
        guard curl_url_set(handle, CURLUPART_URL, url, UInt32(CURLU_NON_SUPPORT_SCHEME)) == CURLUE_OK,
            let scheme = Self.part(CURLUPART_SCHEME, of: handle)
        else { return nil }
        for secret in [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS, CURLUPART_QUERY, CURLUPART_FRAGMENT] {
            guard curl_url_set(handle, secret, nil, 0) == CURLUE_OK else { return nil }
        }
        guard let redacted = Self.part(CURLUPART_URL, of: handle) else { return nil }
        self.scheme = scheme.lowercased()
        self.redacted = redacted
    }

    private static func part(_ part: CURLUPart, of handle: OpaquePointer) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(handle, part, &text, 0) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
