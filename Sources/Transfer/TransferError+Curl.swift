import CCurl

extension TransferError.Kind {
    /// What one of libcurl's codes means here.
    ///
    /// - Parameter status: the status of the last answer's head, 0 where none came.
    init(_ code: CURLcode, status: Int) {
        switch code {
        case CURLE_COULDNT_CONNECT: self = .refused
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: self = .unresolved
        case CURLE_OPERATION_TIMEDOUT: self = .timedOut
        case CURLE_TOO_MANY_REDIRECTS: self = .tooManyRedirects
        case CURLE_URL_MALFORMAT: self = .malformedURL
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR: self = .cutShort
        // Our own callbacks' refusals are told apart before; what is left are bytes after the end of a gzip stream.
        case CURLE_BAD_CONTENT_ENCODING, CURLE_WRITE_ERROR: self = .badEncoding
        // Also what libcurl says of an answer without a status line ("HTTP/0.9").
        case CURLE_UNSUPPORTED_PROTOCOL: self = status == 0 ? .malformedAnswer : .schemeNotAllowed
        case CURLE_WEIRD_SERVER_REPLY: self = .malformedAnswer
        // A header line over libcurl's own 100 KiB; memory itself is not given back as an error by Linux.
        case CURLE_OUT_OF_MEMORY: self = .tooLarge
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_CRL_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_ENGINE_NOTFOUND,
            CURLE_SSL_ENGINE_SETFAILED, CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_INVALIDCERTSTATUS,
            CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_CLIENTCERT, CURLE_USE_SSL_FAILED, CURLE_SSL_SHUTDOWN_FAILED:
            self = .tls
        default: self = .other(code: Int32(bitPattern: code.rawValue))
        }
    }
}
