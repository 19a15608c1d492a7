import Foundation
import TestSupport

/// nginx as a cache in front of an origin, which keeps every URL and coding for a second of its own.
final class FrontCache {
    private static let executable = URL(fileURLWithPath: "/usr/sbin/nginx")
    static let isInstalled = FileManager.default.isExecutableFile(atPath: executable.path)

    let url: String
    private let program: RunningProgram

    /// - Parameter origin: host and port.
    init(before origin: String, in folder: URL) throws {
        let home = folder.appendingPathComponent("nginx")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        let port = try FreePort.find()
        let configuration = """
            daemon off;
            worker_processes 1;
            pid \(home.path)/nginx.pid;
            error_log \(home.path)/error.log;
            events {}
            http {
                access_log off;
                \(["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map { "\($0)_temp_path \(home.path)/\($0);" }
                    .joined(separator: "\n    "))
                proxy_cache_path \(home.path)/cache keys_zone=front:10m;
                server {
                    listen 127.0.0.1:\(port);
                    location / {
                        proxy_pass http://\(origin);
                        proxy_http_version 1.1;
                        proxy_set_header Connection "";
                        proxy_cache front;
                        proxy_cache_lock on;
                        proxy_cache_use_stale updating;
                        proxy_cache_background_update on;
                        # A second is a minute of the simulated game.
                        proxy_ignore_headers Cache-Control Expires X-Accel-Expires;
                        proxy_cache_valid 200 404 1s;
                    }
                    location ~ ^/e/.*/(names|series|forecast|at)/ {
                        proxy_pass http://\(origin);
                        proxy_http_version 1.1;
                        proxy_set_header Connection "";
                        proxy_cache front;
                    }
                }
            }
            """
        try configuration.write(
            to: home.appendingPathComponent("nginx.conf"), atomically: true, encoding: .utf8)
        program = try RunningProgram(
            Self.executable, ["-p", home.path, "-c", "\(home.path)/nginx.conf"], in: folder)
        url = "http://127.0.0.1:\(port)"
        let deadline = Date() + 20
        while !FileManager.default.fileExists(atPath: "\(home.path)/nginx.pid") {
            guard program.process.isRunning, Date() < deadline else {
                throw UnexpectedEnd(description: "nginx did not start: \(program.errors)")
            }
            usleep(20_000)
        }
    }

    deinit { program.send(SIGTERM) }
}
