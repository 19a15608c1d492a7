import ServiceLifecycle
import Submission

/// Tells those who watch boards of their changes; ends their streams when the process is told to stop.
struct LiveService: Service {
    let live: LiveBoards

    func run() async { await cancelWhenGracefulShutdown { await live.run() } }
}
