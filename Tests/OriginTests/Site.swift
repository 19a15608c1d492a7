import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Rankings

@testable import Origin

/// A directory of published files, served on a loopback socket; removed at the end.
final class Site: Sendable {
    /// 2026-11-20T12:03:10Z
    static let now = Instant(unixSeconds: 1_795_176_190)

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

    /// A file with both compressed siblings; what they hold need not be compressed here.
    func writeAllCodings(_ path: String, _ text: String) throws {
        try write(path + ".br", "br of " + text)
        try write(path + ".gz", "gz of " + text)
        try write(path, text)
    }

    func application(now: Instant = Site.now) -> some ApplicationProtocol {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return OriginServer(
            configuration: OriginConfiguration(root: root, host: "127.0.0.1", port: 0), time: FixedTime(instant: now),
            logger: logger
        ).application()
    }

    func serve(
        now: Instant = Site.now, _ test: @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        try await application(now: now).test(.live, test)
    }
}
