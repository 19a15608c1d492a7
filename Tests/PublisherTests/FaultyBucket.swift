import Foundation
import ObjectStorage
import Transfer

/// A bucket of no service, which writes down in which order objects come and go, and refuses those it is told to. It
/// checks no signature: `ObjectServer` does.
final class FaultyBucket: Sendable {
    private static let python = "/usr/bin/python3"
    static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: python) }

    private static let script = """
        import hashlib, http.server, os, sys, threading, time, urllib.parse
        folder, parent = sys.argv[1], os.getppid()
        objects, lock = {}, threading.Lock()
        def note(*words):
            with lock, open(folder + "/log", "a") as file: file.write(" ".join(words) + "\\n")
        def is_refused(key):
            with open(folder + "/fault") as file: fault = file.read()
            return fault != "" and fault in key
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            def answer(self, status, body=b""):
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            @property
            def key(self): return urllib.parse.unquote(self.path.split("?")[0]).split("/", 2)[2]
            def do_PUT(self):
                note("begin", self.key)
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if is_refused(self.key): return self.answer(503)
                objects[self.key] = body
                note("put", self.key)
                self.answer(200)
            def do_DELETE(self):
                note("delete", self.key)
                objects.pop(self.key, None)
                self.answer(204)
            def do_GET(self):
                if "list-type=2" not in self.path:
                    body = objects.get(self.key)
                    return self.answer(404) if body is None else self.answer(200, body)
                note("list")
                items = "".join("<Contents><Key>%s</Key><Size>%d</Size><ETag>&quot;%s&quot;</ETag></Contents>"
                    % (key, len(body), hashlib.md5(body).hexdigest()) for key, body in sorted(objects.items()))
                head = "<ListBucketResult><IsTruncated>false</IsTruncated>"
                self.answer(200, (head + items + "</ListBucketResult>").encode())
            def log_message(self, *_): pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with open(folder + "/port", "w") as file: file.write("%d\\n" % server.server_port)
        while os.getppid() == parent and os.path.exists(folder): time.sleep(0.1)
        os._exit(0)
        """

    let bucket: Bucket
    private let folder: URL
    private let client = TransferClient(maximumPerHost: 8, userAgent: "publisher-tests")

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "faulty-bucket-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data().write(to: folder.appending(path: "fault"))
        try Data().write(to: folder.appending(path: "log"))
        let process = Process()
        process.executableURL = URL(filePath: Self.python)
        process.arguments = ["-c", Self.script, folder.path]
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let file = folder.appending(path: "port").path
        var port = ""
        for _ in 0..<3000 where !port.hasSuffix("\n") {
            usleep(10_000)
            port = String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
        }
        bucket = Bucket(
            BucketAddress(endpoint: "http://127.0.0.1:\(port.dropLast())", region: "us-east-1", bucket: "b"),
            credentials: BucketCredentials(keyID: "a", secret: "b"), client: client,
            retries: RetryPolicy(attempts: 1))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Refuses objects with the text in their keys; none where it is empty.
    func refuse(_ text: String) throws { try Data(text.utf8).write(to: folder.appending(path: "fault")) }

    /// What happened since the last time this was asked: `begin KEY`, `put KEY`, `delete KEY`, `list`.
    func log() throws -> [String] {
        let file = folder.appending(path: "log")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data().write(to: file)
        return text.split(separator: "\n").map(String.init)
    }
}
