package import Foundation

/// The Python of the checkout's `.venv`, with the packages of `Tests/requirements.txt`.
package enum TestPython {
    private static let checkout = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    package static let executable = checkout.appendingPathComponent(".venv/bin/python")

    /// `.enabled(if: TestPython.isAvailable, "\(TestPython.advice)")`.
    package static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: executable.path) }
    package static let advice = "needs packages of PyPI: Scripts/test-python installs them"

    /// Whether a module of these packages is there.
    package static func has(_ module: String) -> Bool {
        let library = checkout.appendingPathComponent(".venv/lib")
        let pythons = (try? FileManager.default.contentsOfDirectory(atPath: library.path)) ?? []
        return isAvailable
            && pythons.contains { python in
                let path = library.appendingPathComponent("\(python)/site-packages/\(module)").path
                return FileManager.default.fileExists(atPath: path)
            }
    }

    /// Runs a script to its end and answers what it wrote.
    ///
    /// - Parameter arguments: come as `sys.argv[1:]`.
    package static func output(of script: String, _ arguments: [String]) async throws -> String {
        try await ShortProgram.run(executable.path, ["-c", script] + arguments).successful()
    }

    /// The same with a script that is a file.
    package static func output(ofFile script: URL, _ arguments: [String]) async throws -> String {
        try await ShortProgram.run(executable.path, [script.path] + arguments).successful()
    }
}
