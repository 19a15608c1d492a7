import Foundation
import Testing

@testable import EmbeddedServer

@Suite(.serialized, .enabled(if: areProgramsInstalled, "needs mariadbd"), .timeLimit(.minutes(2)))
struct EmbeddedServerTests {
    @Test func theLastUserOutStopsTheServer() async throws {
        try await ServerDirectory.with { directory in
            let server = EmbeddedServer(directory.options)
            #expect(await server.status() == .notCreated)
            let first = try await server.acquire()
            let pid = try #require(await server.status().runningPID)
            let second = try await EmbeddedServer(directory.options).acquire()
            #expect(await server.status().runningPID == pid)
            #expect(first.socketPath == second.socketPath)
            #expect(await first.release() == nil)
            #expect(await server.status().runningPID == pid)
            #expect(await second.release() == nil)
            #expect(await second.release() == nil)
            #expect(await server.status() == .stopped)
            #expect(kill(pid, 0) == -1, "not even a zombie is left")
            #expect(!directory.exists("server.sock"))
            #expect(try !directory.text(of: "server.log").contains("borted connection"), "asking leaves no noise")
            let again = try await server.acquire()
            #expect(await server.status().runningPID != nil)
            await again.release()
        }
    }

    @Test func manyUsersAtOnceShareOneServer() async throws {
        try await ServerDirectory.with { directory in
            let processes = try await withThrowingTaskGroup(of: pid_t?.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        let server = EmbeddedServer(directory.options)
                        let lease = try await server.acquire()
                        let pid = await server.status().runningPID
                        await lease.release()
                        return pid
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(processes.count == 6 && !processes.contains(nil), "each found a server while it had its lease")
            #expect(await EmbeddedServer(directory.options).status() == .stopped)
        }
    }

    @Test func theServerIsPrivateAndInASessionOfItsOwn() async throws {
        try await ServerDirectory.with { directory in
            let server = EmbeddedServer(directory.options)
            let lease = try await server.acquire()
            let pid = try #require(await server.status().runningPID)
            #expect(getsid(pid) == pid)
            let attributes = try FileManager.default.attributesOfItem(atPath: directory.path)
            #expect(attributes[.posixPermissions] as? Int == 0o700)
            #expect(try openFiles(of: pid).allSatisfy { !$0.hasSuffix(".lock") }, "our locks are ours alone")
            await lease.release()
        }
    }

    @Test func aKilledServerIsStartedAgain() async throws {
        try await ServerDirectory.with { directory in
            let server = EmbeddedServer(directory.options)
            let lease = try await server.acquire()
            let pid = try #require(await server.status().runningPID)
            kill(pid, SIGKILL)
            try await lease.ensureRunning()
            let next = try #require(await server.status().runningPID)
            #expect(next != pid)
            // On a busy machine the system may still be at its end when the next one runs already.
            let limit = ContinuousClock.now + .seconds(30)
            while kill(pid, 0) == 0 && ContinuousClock.now < limit { try await lease.ensureRunning() }
            #expect(kill(pid, 0) == -1, "not even a zombie is left")
            try await lease.ensureRunning()
            #expect(await server.status().runningPID == next)
            await lease.release()
            #expect(await server.status() == .stopped)
        }
    }

    @Test func aKeptServerStaysUntilItIsStopped() async throws {
        try await ServerDirectory.with { directory in
            let server = EmbeddedServer(directory.options)
            try await server.start()
            let pid = try #require(await server.status().runningPID)
            let lease = try await server.acquire()
            await #expect(throws: EmbeddedServerError.inUse) { try await server.stop() }
            await lease.release()
            guard case .running(pid, _, _, isKept: true) = await server.status() else {
                Issue.record("it did not stay")
                return
            }
            try await server.stop()
            #expect(await server.status() == .stopped)
            try await server.stop()
            let next = try await server.acquire()
            await next.release()
            #expect(await server.status() == .stopped, "it is not kept any more")
        }
    }

    @Test func aUserThatIsKilledLeavesItsServerToTheNext() async throws {
        try await ServerDirectory.with { directory in
            let server = EmbeddedServer(directory.options)
            let lease = try await server.acquire()
            let pid = try #require(await server.status().runningPID)
            let other = Process()
            other.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
            other.arguments = ["--shared", "--no-fork", directory.file("users.lock"), "sleep", "600"]
            try other.run()
            while try FileLock.take(directory.file("users.lock"), .exclusive) != nil { await Task.yield() }
            // Until here the lease alone would refuse an exclusive lock, so the other's is looked for by its file.
            while try !openFiles(of: other.processIdentifier).contains(where: { $0.hasSuffix("users.lock") }) {
                await Task.yield()
            }
            while try !isSleeping(other.processIdentifier) { await Task.yield() }
            await lease.release()
            #expect(await server.status().runningPID == pid, "another user is left")
            kill(other.processIdentifier, SIGKILL)
            while other.isRunning { try await Task.sleep(for: .milliseconds(5)) }
            let next = try await server.acquire()
            #expect(await server.status().runningPID == pid, "it is found and used")
            await next.release()
            #expect(await server.status() == .stopped)
        }
    }

    /// Whether `flock` has the lock and has become the program it runs.
    private func isSleeping(_ pid: pid_t) throws -> Bool {
        try String(contentsOfFile: "/proc/\(pid)/comm", encoding: .utf8) == "sleep\n"
    }

    @Test func leftOverSocketAndProcessFilesDoNotConfuse() async throws {
        try await ServerDirectory.with { directory in
            let server = EmbeddedServer(directory.options)
            await (try await server.acquire()).release()
            try directory.write("\(getpid())\n", to: "server.pid")
            try directory.write("not a socket", to: "server.sock")
            #expect(await server.status() == .stopped)
            let lease = try await server.acquire()
            #expect(await server.status().runningPID != getpid())
            await lease.release()
        }
    }

    @Test func aSocketInAShortDirectoryServesALongOne() async throws {
        try await ServerDirectory.with(named: String(repeating: "d", count: 120)) { directory in
            var options = directory.options
            options.temporaryDirectory = URL(fileURLWithPath: directory.path).deletingLastPathComponent().path
            let server = EmbeddedServer(options)
            let lease = try await server.acquire()
            let short = URL(fileURLWithPath: lease.socketPath).deletingLastPathComponent().path
            #expect(lease.socketPath.utf8.count <= 107)
            let attributes = try FileManager.default.attributesOfItem(atPath: short)
            #expect(attributes[.posixPermissions] as? Int == 0o700)
            await lease.release()
            #expect(!FileManager.default.fileExists(atPath: short))
            try FileManager.default.createSymbolicLink(atPath: short, withDestinationPath: "/tmp")
            await #expect(throws: EmbeddedServerError.self) { _ = try await server.acquire() }
        }
    }

    @Test func newerDataIsRefusedAndOlderDataUpgraded() async throws {
        try await ServerDirectory.with { directory in
            let server = EmbeddedServer(directory.options)
            await (try await server.acquire()).release()
            let installed = try #require(ServerVersion(try directory.text(of: "data/server-version")))
            try directory.write("99.0.0\n", to: "data/server-version")
            let newer = ServerVersion(major: 99, minor: 0, patch: 0)
            await #expect(throws: EmbeddedServerError.downgrade(data: newer, installed: installed)) {
                _ = try await server.acquire()
            }
            #expect(await server.status() == .stopped)
            #expect(try directory.text(of: "data/server-version") == "99.0.0\n")
            try directory.write("10.0.1\n", to: "data/server-version")
            await (try await server.acquire()).release()
            #expect(try directory.text(of: "data/server-version") == "\(installed)\n")
            try directory.write("nonsense", to: "data/server-version")
            await #expect(throws: EmbeddedServerError.self) { _ = try await server.acquire() }
            #expect(await server.status() == .stopped)
        }
    }
}
