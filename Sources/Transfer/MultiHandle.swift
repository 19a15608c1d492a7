import CCurl

/// Owns one `CURLM *`: the transfers under way and the connections kept between them.
///
/// Whoever adds an easy handle removes it before either is freed.
struct MultiHandle: ~Copyable {
    private let raw: UnsafeMutableRawPointer

    init(maximumConnections: Int, maximumPerHost: Int) {
        guard let raw = curl_multi_init() else { preconditionFailure("curl_multi_init: out of memory") }
        self.raw = raw
        for (option, value) in [
            (CURLMOPT_MAX_TOTAL_CONNECTIONS, maximumConnections),
            (CURLMOPT_MAX_HOST_CONNECTIONS, maximumPerHost),
            // As many are kept open as may be; the default would follow the number of transfers.
            (CURLMOPT_MAXCONNECTS, maximumConnections),
        ] {
            let code = ccurl_multi_setopt_long(raw, option, value)
            precondition(code == CURLM_OK, "libcurl refuses an option it documents")
        }
    }

    deinit { curl_multi_cleanup(raw) }

    /// Wakes `wait` from another thread; valid for as long as the handle lives.
    var waker: Waker { Waker(multi: raw) }

    borrowing func add(_ easy: borrowing EasyHandle) throws(MultiFailure) {
        try easy.withPointer { (pointer) throws(MultiFailure) in
            try MultiFailure.check(curl_multi_add_handle(raw, pointer))
        }
    }

    /// Ends the transfer wherever it is; harmless for one that is not under way.
    borrowing func remove(_ easy: borrowing EasyHandle) {
        let code = easy.withPointer { pointer in curl_multi_remove_handle(raw, pointer) }
        precondition(code == CURLM_OK, "a handle was removed from a callback, or is none")
    }

    /// Reads and writes all that can be without waiting.
    borrowing func perform() throws(MultiFailure) {
        var running: Int32 = 0
        try MultiFailure.check(curl_multi_perform(raw, &running))
    }

    /// Waits until a socket is ready, libcurl's next timer is due, a waker calls or the time is over.
    borrowing func wait(milliseconds: Int32) throws(MultiFailure) {
        try MultiFailure.check(curl_multi_poll(raw, nil, 0, milliseconds, nil))
    }

    /// The next transfer that ended since, by its handle's identity; nil where there is none left.
    borrowing func nextFinished() -> (identity: UnsafeRawPointer, code: CURLcode)? {
        var left: Int32 = 0
        while let message = curl_multi_info_read(raw, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
            return (UnsafeRawPointer(easy), message.pointee.data.result)
        }
        return nil
    }
}
