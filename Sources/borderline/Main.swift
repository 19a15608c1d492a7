import ArgumentParser
import Foundation
import MariaDB
import Settings
import Storage

/// The way in: parses, runs, and turns what was thrown into an exit code.
@main
enum Main {
    static func main() async {
        Heap.share()
        do {
            var command = try Borderline.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            leave(with: error)
        }
    }

    private static func leave(with error: any Error) -> Never {
        switch error {
        case let code as ExitCode: exit(code.rawValue)
        case let interruption as Interruption: exit(interruption.exitCode)
        case let error as ConfigurationError: fail(error.description, code: .usage)
        default: break
        }
        let parsed = Borderline.exitCode(for: error)
        if parsed == .success {
            print(Borderline.fullMessage(for: error))
            exit(ExitCode.success.rawValue)
        }
        if parsed == .validationFailure { fail(Borderline.fullMessage(for: error), code: .usage) }
        fail("borderline: \(error)", code: .failure)
    }

    private static func fail(_ message: String, code: ExitCode) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(code.rawValue)
    }
}
