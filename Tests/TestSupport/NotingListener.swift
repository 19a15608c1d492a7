import Foundation

/// An HTTP server that notes every request, and fails as often as it is told to.
package final class NotingListener: Sendable {
    package struct Request: Decodable, Sendable {
        package let method: String
        package let path: String
        /// By their names in lower case.
        package let headers: [String: String]
        package let body: String
    }

    private static let python = "/usr/bin/python3"
    package static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: python) }

    private static let script = """
        import http.server, json, os, sys, threading, time
        folder, parent = sys.argv[1], os.getppid()
        success, fields, failure_fields = int(sys.argv[2]), json.loads(sys.argv[3]), json.loads(sys.argv[4])
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            def note(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
                headers = {name.lower(): value for name, value in self.headers.items()}
                seen = {"method": self.command, "path": self.path, "headers": headers, "body": body}
                with open(folder + "/seen", "a") as file: file.write(json.dumps(seen) + "\\n")
                status, times = map(int, open(folder + "/fault").read().split())
                if times > 0:
                    with open(folder + "/fault", "w") as file: file.write("%d %d" % (status, times - 1))
                self.send_response(status if times > 0 else success)
                for name, value in {**fields, **(failure_fields if times > 0 else {})}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", "0")
                self.end_headers()
            do_PURGE = do_POST = note
            def log_message(self, *_): pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with open(folder + "/port", "w") as file: file.write("%d\\n" % server.server_port)
        while os.getppid() == parent and os.path.exists(folder + "/fault"): time.sleep(0.02)
        os._exit(0)
        """

    package let url: String
    private let folder: URL
    private let process: Process

    /// - Parameters:
    ///   - success: the status of what it does not fail.
    ///   - fields: of every answer.
    ///   - failureFields: of the failures, besides.
    package init(success: Int, fields: [String: String] = [:], failureFields: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "noting-listener-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("\(success) 0".utf8).write(to: folder.appending(path: "fault"))
        process = Process()
        process.executableURL = URL(filePath: Self.python)
        let sent = try [fields, failureFields].map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
        process.arguments = ["-c", Self.script, folder.path, String(success)] + sent
        process.standardInput = FileHandle.nullDevice
        try process.run()
        for _ in 0..<3000 {
            let file = folder.appending(path: "port").path
            let text = String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
            if text.hasSuffix("\n") {
                url = "http://127.0.0.1:\(text.dropLast())"
                return
            }
            usleep(10_000)
        }
        throw CocoaError(.fileReadUnknown)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }  // a folder that stays harms nobody

    /// Answers so the next requests.
    package func answer(_ status: Int, times: Int) throws {
        try Data("\(status) \(times)".utf8).write(to: folder.appending(path: "fault"))
    }

    /// What came, in order.
    package func requests() throws -> [Request] {
        let data = FileManager.default.contents(atPath: folder.appending(path: "seen").path) ?? Data()
        return try data.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Request.self, from: $0) }
    }

    /// Ends it: nothing listens there any more.
    package func stop() async throws {
        try FileManager.default.removeItem(at: folder.appending(path: "fault"))
        while process.isRunning { try await Task.sleep(for: .milliseconds(5)) }
    }
}
