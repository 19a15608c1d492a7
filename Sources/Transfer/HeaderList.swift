import CCurl

/// Owns one `curl_slist`, which libcurl reads from for as long as the transfer runs.
struct HeaderList: ~Copyable {
    private(set) var first: UnsafeMutablePointer<curl_slist>?

    deinit { curl_slist_free_all(first) }

    mutating func append(_ line: String) {
        guard let grown = curl_slist_append(first, line) else {
            preconditionFailure("curl_slist_append: out of memory")
        }
        first = grown
    }
}
