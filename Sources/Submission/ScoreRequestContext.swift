import Hummingbird
import NIOCore

/// A request with where it came from.
struct ScoreRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The other end of the connection: a client, or the proxy in front.
    let peer: String
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
        peer = source.channel.remoteAddress?.ipAddress ?? "local"
    }
}
