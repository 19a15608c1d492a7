import Glibc

/// The end of processes this one has started.
enum ChildProcess {
    /// Status of a process that a signal ended, as shells count: 128 and the signal.
    private static let signalBase: Int32 = 128

    /// Takes the status of a child that has ended, so that no zombie is left; `nil` while it runs.
    ///
    /// For a process that is not a child of this one it returns `nil` too: nobody can wait for it.
    static func reap(_ pid: pid_t) -> Int32? {
        var status: Int32 = 0
        guard waitpid(pid, &status, WNOHANG) == pid else { return nil }
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : signalBase + signal
    }
}
