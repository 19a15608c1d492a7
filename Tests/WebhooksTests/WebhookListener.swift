import Foundation

/// Somebody who is told of scores: notes what comes, and fails as often as it is told to.
final class WebhookListener: Sendable {
    private static let python = "/usr/bin/python3"
    static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: python) }

    private static let script = """
        import http.server, os, sys, threading, time
        folder, parent = sys.argv[1], os.getppid()
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
                line = "\\t".join([self.path, self.headers.get("Borderline-Signature", "-"), body])
                with open(folder + "/seen", "a") as file: file.write(line + "\\n")
                status, times = map(int, open(folder + "/fault").read().split())
                if times > 0:
                    with open(folder + "/fault", "w") as file: file.write("%d %d" % (status, times - 1))
                self.send_response(status if times > 0 else 204)
                if times > 0: self.send_header("Retry-After", "60")
                self.send_header("Location", "/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()
            def log_message(self, *_): pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with open(folder + "/port", "w") as file: file.write("%d\\n" % server.server_port)
        while os.getppid() == parent and os.path.exists(folder + "/fault"): time.sleep(0.02)
        os._exit(0)
        """

    struct Message {
        let path: String
        let signature: String
        let body: String
    }

    let url: String
    private let folder: URL
    private let process: Process

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "webhook-listener-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("204 0".utf8).write(to: folder.appending(path: "fault"))
        process = Process()
        process.executableURL = URL(filePath: Self.python)
        process.arguments = ["-c", Self.script, folder.path]
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

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Answers so the next requests.
    func answer(_ status: Int, times: Int) throws {
        try Data("\(status) \(times)".utf8).write(to: folder.appending(path: "fault"))
    }

    /// What came, in order.
    func messages() -> [Message] {
        let data = FileManager.default.contents(atPath: folder.appending(path: "seen").path) ?? Data()
        return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "\t", maxSplits: 2).map(String.init)
            return parts.count == 3 ? Message(path: parts[0], signature: parts[1], body: parts[2]) : nil
        }
    }
}
