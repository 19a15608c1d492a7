package import Foundation

/// A program that ends by itself, with all that it wrote.
///
/// It writes into files: a pipe would be held open by any server that another test happens to start meanwhile.
package enum ShortProgram {
    package struct Outcome: Sendable {
        /// The exit code.
        package let status: Int32
        package let output: String
        package let errors: String

        /// The output of a program that did what it was asked.
        package func successful() throws -> String {
            guard status == 0 else { throw ShortProgramError(outcome: self) }
            return output
        }
    }

    /// - Parameters:
    ///   - path: of the program.
    ///   - environment: all of it; nil is that of the tests.
    package static func run(
        _ path: String, _ arguments: [String], input: String = "", in folder: URL? = nil,
        environment: [String: String]? = nil
    ) async throws -> Outcome {
        try await OwnThread.run {
            try runBlocking(path, arguments, input: input, in: folder, environment: environment)
        }
    }

    /// The same for who is on a thread of its own.
    static func runBlocking(
        _ path: String, _ arguments: [String], input: String = "", in folder: URL? = nil,
        environment: [String: String]? = nil
    ) throws -> Outcome {
        let files = FileManager.default.temporaryDirectory.appending(path: "program-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: files) }  // a folder that stays harms nobody
        let (output, errors) = (files.appending(path: "output"), files.appending(path: "errors"))
        let entered = files.appending(path: "input")
        for file in [output, errors] { try Data().write(to: file) }
        try Data(input.utf8).write(to: entered)
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        if let environment { process.environment = environment }
        process.standardInput = try FileHandle(forReadingFrom: entered)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
}

package struct ShortProgramError: Error, CustomStringConvertible {
    package let outcome: ShortProgram.Outcome

    package var description: String {
        "exit code \(outcome.status): \(outcome.output.suffix(2000))\(outcome.errors.suffix(2000))"
    }
}
