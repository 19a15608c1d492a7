import Foundation
import TestSupport

/// Debian's curl.
enum Curl {
    private static let path = "/usr/bin/curl"
    static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: path) }

    /// What it wrote to its output.
    static func run(_ arguments: [String]) async throws -> String {
        try await ShortProgram.run(path, ["--silent", "--show-error", "--max-time", "20"] + arguments).successful()
    }
}
