import Foundation
import Glibc
import TestSupport

/// Sends bytes to a loopback port as they are and reads what comes until the other side closes.
enum RawClient {
    struct Failure: Error { let call: String }

    /// - Parameter endsInput: says after the request that nothing more will come.
    static func exchange(port: Int, _ request: String, endsInput: Bool = false) async throws -> String {
        try await OwnThread.run {
            let socket = try open(port: port, request)
            defer { close(socket) }
            if endsInput { shutdown(socket, Int32(SHUT_WR)) }
            return String(decoding: try readToEnd(socket), as: UTF8.self)
        }
    }

    /// One request with `Connection: close`.
    static func send(port: Int, _ firstLine: String, _ fields: [String] = []) async throws -> String {
        let lines = [firstLine, "Host: test", "Connection: close"] + fields + ["", ""]
        return try await exchange(port: port, lines.joined(separator: "\r\n"))
    }

    /// Asks and reads nothing until the server has given up; how much had come until then.
    static func bytesLeftForALateReader(port: Int, _ request: String) async throws -> Int {
        try await OwnThread.run {
            let socket = try open(port: port, request)
            defer { close(socket) }
            // Reports the end of the connection, not the bytes that wait.
            var event = pollfd(fd: socket, events: pollReadHangUp, revents: 0)
            guard poll(&event, 1, limitMilliseconds) == 1 else { throw Failure(call: "poll") }
            return try readToEnd(socket).count
        }
    }

    /// `POLLRDHUP`, which Glibc's module lacks.
    private static let pollReadHangUp: Int16 = 0x2000

    /// Longer than the server has patience for anything.
    private static let limitMilliseconds: Int32 = 60_000

    private static func open(port: Int, _ request: String) throws -> Int32 {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { throw Failure(call: "socket") }
        var limit = timeval(tv_sec: Int(limitMilliseconds) / 1000, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        let bytes = Array(request.utf8)
        guard connected == 0, Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            close(socket)
            throw Failure(call: connected == 0 ? "send" : "connect")
        }
        return socket
    }

    private static func readToEnd(_ socket: Int32) throws -> [UInt8] {
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            // One that was closed before it had read all is reset.
            guard count >= 0 || errno == ECONNRESET else { throw Failure(call: "recv") }
            if count <= 0 { return answer }
            answer += buffer[..<count]
        }
    }
}
