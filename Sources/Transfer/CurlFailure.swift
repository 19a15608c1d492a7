import CCurl

/// A return code of libcurl other than success, before it is known which transfer it belongs to.
struct CurlFailure: Error {
    let code: CURLcode

    /// Every return code of the easy interface goes through here.
    static func check(_ code: CURLcode) throws(CurlFailure) {
        guard code == CURLE_OK else { throw CurlFailure(code: code) }
    }
}
