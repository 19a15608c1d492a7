import Foundation
import Glibc

/// A connection to a loopback port that sends bytes as they are, and reads when it likes.
struct RawConnection: Sendable {
    struct Failure: Error { let call: String }

    private let socket: Int32

    /// - Parameter receiveBytes: what the system keeps for it until it reads; nil is the usual.
    init(port: Int, receiveBytes: Int32? = nil) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { throw Failure(call: "socket") }
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        if var receiveBytes {
            setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &receiveBytes, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else {
            Glibc.close(socket)
            throw Failure(call: "connect")
        }
    }

    func send(_ text: String) throws { try send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) throws {
        guard Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            throw Failure(call: "send")
        }
    }

    /// What comes until the other side closes, or says nothing for 20 s.
    func textToEnd() async -> String { String(decoding: await bytes(until: nil), as: UTF8.self) }

    /// What comes, up to some bytes and what came along with them; to the end where they do not come, or are nil.
    func bytes(until mark: [UInt8]?) async -> [UInt8] {
        let socket = socket
        return await withCheckedContinuation { continuation in
            // A thread of its own: it blocks, and the server's own queues must not wait for it.
            Thread.detachNewThread {
                var answer: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: 65_536)
                while case let count = recv(socket, &buffer, buffer.count, 0), count > 0 {
                    answer += buffer[..<count]
                    if let mark, answer.contains(mark) { break }
                }
                continuation.resume(returning: answer)
            }
        }
    }

    func close() { Glibc.close(socket) }
}
