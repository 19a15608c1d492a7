import Foundation
import TestSupport

/// A service that fails: `/b/FAULT/COUNT/ANYTHING` goes wrong so many times and well afterwards.
enum FaultyService {
    private static let python = "/usr/bin/python3"
    static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: python) }

    /// Its address. It ends by itself when the tests do.
    static let shared = Result { try start() }

    private static let script = """
        import collections, http.server, os, sys, threading, time
        seen = collections.Counter()
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            def answer(self, status, body):
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            def do_GET(self):
                parts = self.path.split("/")
                if len(parts) < 5: return self.answer(200, b"<html>well</html>")
                seen[self.path] += 1
                if seen[self.path] > int(parts[3]): return self.answer(200, b"well")
                if parts[2] == "busy": return self.answer(503, b"<Error><Code>ServiceUnavailable</Code></Error>")
                if parts[2] == "slow-down": return self.answer(429, b"")
                if parts[2] == "denied": return self.answer(403, b"<Error><Code>RequestTimeTooSkewed</Code></Error>")
                self.wfile.write(b"HTTP/1.1 200 OK\\r\\nContent-Length: 9\\r\\n\\r\\nhalf")
                self.close_connection = True
            def log_message(self, *_): pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        parent = os.getppid()
        with open(sys.argv[1], "w") as file: file.write("http://127.0.0.1:%d\\n" % server.server_port)
        while os.getppid() == parent: time.sleep(0.5)
        """

    private static func start() throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("faulty-service-\(getpid())")
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = ["-c", script, file.path]
        process.standardInput = FileHandle.nullDevice
        try process.run()
        for _ in 0..<3000 {
            let text = String(decoding: FileManager.default.contents(atPath: file.path) ?? Data(), as: UTF8.self)
            if text.hasSuffix("\n") { return String(text.dropLast()) }
            usleep(10_000)
        }
        throw CocoaError(.fileReadUnknown)
    }
}
