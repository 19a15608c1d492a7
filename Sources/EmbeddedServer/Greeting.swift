import Glibc

/// Asks a server who it is: the first packet on a connection tells its version before anyone signs in.
enum Greeting {
    /// A server that is ready greets in well under a millisecond.
    private static let limit: Duration = .seconds(2)
    /// The packet's header: three bytes of length, one of sequence.
    private static let headerBytes = 4
    /// The protocol version all servers speak; 0xff would be an error such as "too many connections".
    private static let protocolVersion: UInt8 = 10

    /// The version of the server that listens; `nil` when nothing does or it does not greet.
    static func ask(socketPath: String) async -> ServerVersion? {
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        let descriptor = socket(AF_UNIX, kind, 0)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard connect(descriptor, to: socketPath) else { return nil }
        do throws(EmbeddedServerError) {
            return try await Waiting.until("a greeting", limit: limit, stopsWhenCancelled: false) {
                () throws(EmbeddedServerError) in
                var bytes = [UInt8](repeating: 0, count: 256)
                let count = read(descriptor, &bytes, bytes.count)
                if count == -1, errno == EAGAIN { return nil }
                return .some(version(in: bytes.prefix(max(0, count))))
            }
        } catch {
            return nil
        }
    }

    /// The version in a greeting packet: after the header a protocol number, then text up to a zero.
    static func version(in packet: some Collection<UInt8>) -> ServerVersion? {
        let payload = packet.dropFirst(headerBytes)
        guard payload.first == protocolVersion else { return nil }
        return ServerVersion(greeting: String(decoding: payload.dropFirst().prefix { $0 != 0 }, as: UTF8.self))
    }

    private static func connect(_ descriptor: Int32, to path: String) -> Bool {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count <= ServerLayout.socketPathLimitBytes else { return false }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }
}
