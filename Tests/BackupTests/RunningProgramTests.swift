import Foundation
import Testing

@testable import Backup

@Suite struct RunningProgramTests {
    private static let temporary = FileManager.default.temporaryDirectory.path

    private func shell(_ script: String, environment: [String: String] = [:]) throws -> Program {
        try Program("sh", ["-c", script], environment: environment, in: ["/bin"])
    }

    private func read(_ program: Program) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        try await RunningProgram.read(program, temporaryDirectory: Self.temporary) { bytes += $0 }
        return bytes
    }

    @Test func allItWritesIsRead() async throws {
        let bytes = try await read(try shell("yes border | head -c 1000000"))
        #expect(bytes.count == 1_000_000 && bytes.starts(with: "border\nborder\n".utf8))
    }

    @Test func allThatIsWrittenItReads() async throws {
        let folder = try TemporaryFolder()
        let program = try shell("cat > \(folder.path)/out")
        let piece = [UInt8](repeating: 120, count: 100_000)
        try await RunningProgram.write(program, temporaryDirectory: Self.temporary) { write in
            for _ in 0..<20 { try await write(piece) }
        }
        #expect(try folder.bytes("out").count == 2_000_000)
    }

    @Test func itGetsTheEnvironmentGivenAndNoOther() async throws {
        let program = try Program("env", [], environment: ["A": "b"], in: ["/usr/bin"])
        #expect(String(decoding: try await read(program), as: UTF8.self) == "A=b\n")
    }

    @Test func itsLastWordsAreTheError() async throws {
        let program = try shell("echo out; echo no such table >&2; exit 3")
        await #expect(throws: ProgramError.failed(name: "sh", status: 3, words: "no such table")) {
            try await read(program)
        }
    }

    @Test func oneThatEndsEarlyIsToldByItsWords() async throws {
        let program = try shell("head -c 10 > /dev/null; echo line 1 is wrong >&2; exit 1")
        await #expect(throws: ProgramError.failed(name: "sh", status: 1, words: "line 1 is wrong")) {
            try await RunningProgram.write(program, temporaryDirectory: Self.temporary) { write in
                for _ in 0..<1000 { try await write([UInt8](repeating: 0, count: 100_000)) }
            }
        }
    }

    @Test func oneThatIsMissingNamesThePackage() {
        let error = #expect(throws: ProgramError.self) {
            try Program("mariadb-nothing", [], environment: [:], in: ["/bin", "/usr/bin"])
        }
        #expect(error.map { "\($0)".contains("/bin, /usr/bin: install the package mariadb-client") } == true)
    }

    /// It must not take a part for the whole: at an orderly end of its input the shell would go on.
    @Test func itIsKilledWhereTheBodyThrows() async throws {
        let folder = try TemporaryFolder()
        let program = try shell("cat > /dev/null; touch \(folder.path)/ended")
        await #expect(throws: CocoaError.self) {
            try await RunningProgram.write(program, temporaryDirectory: Self.temporary) { write in
                try await write([1])
                throw CocoaError(.fileReadUnknown)
            }
        }
        #expect(folder.files.isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func itIsKilledWhereTheTaskIsCancelled() async throws {
        let program = try shell("echo begun; sleep 600")
        let task = Task {
            try await RunningProgram.read(program, temporaryDirectory: Self.temporary) { _ in
                withUnsafeCurrentTask { $0?.cancel() }
            }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
