import Foundation
import Logging
import Rankings

@testable import Origin

/// A directory of published files, served on a loopback socket; removed at the end.
final class Site: Sendable {
    /// 2026-11-20T12:03:10Z
    static let now = Instant(unixSeconds: 1_795_176_190)

    static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    let root: String

    init() throws {
        root = FileManager.default.temporaryDirectory.appending(path: "origin-\(UUID().uuidString)/Output").path
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: (root as NSString).deletingLastPathComponent) }

    /// Writes a file the way the publisher does: beside it, then renamed. `modified` is in Unix seconds.
    func write(_ path: String, _ text: String, modified: Int = 1_795_176_181) throws {
        let file = root + "/" + path
        let folder = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let temporary = folder + "/.\(UUID().uuidString).tmp"
        try Data(text.utf8).write(to: URL(fileURLWithPath: temporary))
        let date = Date(timeIntervalSince1970: Double(modified))
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: temporary)
        guard rename(temporary, file) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: root + "/" + path) }

    /// A file with both compressed siblings; what they hold need not be compressed here.
    func writeAllCodings(_ path: String, _ text: String) throws {
        try write(path + ".br", "br of " + text)
        try write(path + ".gz", "gz of " + text)
        try write(path, text)
    }

    /// Serves the directory for as long as the test runs.
    ///
    /// - Parameter change: what is not as usual.
    func serve(
        now: Instant = Site.now, change: (inout OriginConfiguration) -> Void = { _ in },
        _ test: @escaping @Sendable (SiteClient) async throws -> Void
    ) async throws {
        var configuration = OriginConfiguration(root: root, host: "127.0.0.1", port: 0, recheck: .zero)
        change(&configuration)
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = OriginServer(
            configuration: configuration, time: FixedTime(instant: now), logger: Self.silent,
            onListening: { port.yield($0) })
        try await withThrowingTaskGroup { group in
            group.addTask {
                defer { port.finish() }
                try await server.run()
            }
            var listening: Int?
            for await found in ports {
                listening = found
                break
            }
            if let listening { try await test(SiteClient(port: listening)) }
            group.cancelAll()
            do {
                try await group.waitForAll()
            } catch is CancellationError {}
        }
    }
}
