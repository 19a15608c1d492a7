import Foundation
import Synchronization

/// An HTTP server on threads of its own that answers each request with what a table has for it.
final class AnsweringServer: Sendable {
    struct Request: Sendable {
        let method: String
        /// With the query, as it was asked for.
        let path: String
        /// The lines of the head below the first.
        let headers: [String]
        var body: [UInt8] = []
        /// The body as text.
        var text: String { String(decoding: body, as: UTF8.self) }

        /// The value of a header; empty where there is none.
        func value(ofHeader name: String) -> String {
            let head = name.lowercased() + ":"
            let line = headers.first { $0.lowercased().hasPrefix(head) }
            return line.map { $0.dropFirst(head.count).trimmingCharacters(in: .whitespaces) } ?? ""
        }
    }

    struct Answer: Sendable {
        var status = 200
        var body: [UInt8]
        var etag: String?
        /// Further ones, by their names.
        var headers: [String: String] = [:]

        init(_ text: String) { body = Array(text.utf8) }
        init(status: Int) { (self.status, body) = (status, []) }
        init(bytes: [UInt8]) { body = bytes }
    }

    /// The most of a request.
    private static let requestBytes = 16 << 10

    private let listener: Int32
    private let answers: @Sendable (Request) -> Answer
    private let seen = Mutex<[Request]>([])
    let port: UInt16

    var url: String { "http://127.0.0.1:\(port)" }
    /// What was asked, in order.
    var requests: [Request] { seen.withLock { $0 } }

    init(_ answers: @escaping @Sendable (Request) -> Answer) throws {
        self.answers = answers
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && listen(descriptor, 64) == 0
                    && getsockname(descriptor, $0, &size) == 0
            }
        }
        guard bound else { throw UnexpectedEnd(description: "no port: \(errno)") }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [weak self] in
            while true {
                let connection = accept(descriptor, nil, nil)
                guard connection >= 0, let self else { return }
                Thread.detachNewThread { self.serve(connection) }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        guard let request = request(connection) else { return }
        seen.withLock { $0.append(request) }
        let answer = answers(request)
        var head = "HTTP/1.1 \(answer.status) X\r\nContent-Length: \(answer.body.count)\r\nConnection: close\r\n"
        if let etag = answer.etag { head += "ETag: \(etag)\r\n" }
        for (name, value) in answer.headers { head += "\(name): \(value)\r\n" }
        let bytes = Array((head + "\r\n").utf8) + answer.body
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    private func request(_ connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count < Self.requestBytes {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
            guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { continue }
            let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
            let words = lines[0].split(separator: " ")
            guard words.count == 3 else { return nil }
            var request = Request(
                method: String(words[0]), path: String(words[1]), headers: Array(lines.dropFirst()),
                body: Array(bytes[end.upperBound...]))
            let length = Int(request.value(ofHeader: "Content-Length")) ?? 0
            while request.body.count < length {
                let count = recv(connection, &buffer, buffer.count, 0)
                guard count > 0 else { return nil }
                request.body += buffer[..<count]
            }
            return request
        }
        return nil
    }
}
