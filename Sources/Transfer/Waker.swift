import CCurl

/// Interrupts a multi handle's wait from any thread.
///
/// Sendable although it holds a pointer: `curl_multi_wakeup` is the one call libcurl allows from other threads while
/// the handle is in use, and `Mailbox` hands a waker out under its lock only while the handle lives.
struct Waker: @unchecked Sendable {  // Safe for the reason above.
    private let multi: UnsafeMutableRawPointer

    init(multi: UnsafeMutableRawPointer) { self.multi = multi }

    func wake() {
        // It fails where there was no descriptor left to wake by; the wait then ends by its own limit.
        _ = curl_multi_wakeup(multi)
    }
}
