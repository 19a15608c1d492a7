import Glibc
import Synchronization

/// The end of processes this one has started.
enum ChildProcess {
    /// Status of a process that a signal ended, as shells count: 128 and the signal.
    private static let signalBase: Int32 = 128

    /// Servers this process has started and not yet seen end. The kernel's table of children is the process's too.
    private static let servers = Mutex<Set<pid_t>>([])

    static func remember(_ pid: pid_t) { servers.withLock { _ = $0.insert(pid) } }

    /// Takes the status of every remembered server that has ended: one that was killed while nobody waited for it
    /// would stay as a zombie.
    static func reapServers() {
        servers.withLock { servers in servers = servers.filter { reap($0) == nil && kill($0, 0) == 0 } }
    }

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
