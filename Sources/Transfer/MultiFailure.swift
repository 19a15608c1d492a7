import CCurl

/// A return code of libcurl's multi interface other than success.
struct MultiFailure: Error {
    let code: CURLMcode

    /// Every return code of the multi interface goes through here.
    static func check(_ code: CURLMcode) throws(MultiFailure) {
        guard code == CURLM_OK else { throw MultiFailure(code: code) }
    }

    var kind: TransferError.Kind { .other(code: -code.rawValue) }
}
