import Foundation
import HTTPTypes
import NIOCore

/// Asks the origin on a loopback socket, one connection for each request.
struct SiteClient: Sendable {
    struct Response {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let body: ByteBuffer
    }

    struct Malformed: Error { let answer: String }

    let port: Int

    func execute(uri: String, method: HTTPRequest.Method, headers: HTTPFields = [:]) async throws -> Response {
        let answer = try await RawClient.send(
            port: port, "\(method.rawValue) \(uri) HTTP/1.1", headers.map { "\($0.name): \($0.value)" })
        guard let end = answer.range(of: "\r\n\r\n"), let code = Int(answer.split(separator: " ")[1]) else {
            throw Malformed(answer: answer)
        }
        var fields: HTTPFields = [:]
        for line in answer[..<end.lowerBound].split(separator: "\r\n").dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let name = HTTPField.Name(String(parts[0])) else { throw Malformed(answer: answer) }
            fields.append(HTTPField(name: name, value: String(parts[1].drop { $0 == " " })))
        }
        return Response(
            status: .init(code: code), headers: fields, body: ByteBuffer(substring: answer[end.upperBound...]))
    }
}

extension HTTPField.Name {
    static let cdnCacheControl = Self("CDN-Cache-Control")!
    static let referrerPolicy = Self("Referrer-Policy")!
    static let permissionsPolicy = Self("Permissions-Policy")!
    static let crossOriginOpenerPolicy = Self("Cross-Origin-Opener-Policy")!
}
