import Foundation
import TestSupport

/// Prometheus' own check of metrics and rules.
enum Promtool {
    static let path = "/usr/bin/promtool"
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }
    static let advice = "needs promtool: the package prometheus"

    static let checkout = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// - Returns: the exit code and all that it wrote.
    static func run(_ arguments: [String], input: String = "") async throws -> (status: Int32, output: String) {
        let outcome = try await ShortProgram.run(
            path, arguments, input: input, in: checkout.appending(path: "Deploy/prometheus"))
        return (outcome.status, outcome.output + outcome.errors)
    }
}
