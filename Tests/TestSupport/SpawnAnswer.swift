import Glibc
import Synchronization

/// Carries the answer of `posix_spawn` from the thread that asked.
final class SpawnAnswer: Sendable {
    let value = Mutex<(code: Int32, pid: pid_t)>((0, 0))
}
