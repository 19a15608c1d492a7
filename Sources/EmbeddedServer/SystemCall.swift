import Glibc

/// Turns results of the operating system into errors, in one place.
enum SystemCall {
    /// Returns the result unless it is −1, which throws with `errno` as it was right after the call.
    @discardableResult
    static func check(_ result: Int32, _ action: String, _ item: String) throws(EmbeddedServerError) -> Int32 {
        let code = errno
        guard result != -1 else { throw .system(action: action, item: item, code: code) }
        return result
    }

    static func message(_ code: Int32) -> String { String(cString: strerror(code)) }
}
