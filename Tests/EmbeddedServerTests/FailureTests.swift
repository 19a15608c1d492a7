import Foundation
import Testing

@testable import EmbeddedServer

/// What is said and what is left when something of the server fails.
@Suite(.serialized, .enabled(if: areProgramsInstalled, "needs mariadbd"))
struct FailureTests {
    @Test func anInterruptedCreationLeavesNothingHalfMade() async throws {
        try await ServerDirectory.with { directory in
            let broken = """
                for argument; do case "$argument" in --datadir=*) mkdir "${argument#--datadir=}" ;; esac; done
                echo the disk is full; exit 5
                """
            try directory.writeProgram("mariadb-install-db", broken)
            var options = directory.options
            options.programDirectories.insert(directory.file("programs"), at: 0)
            let expected = EmbeddedServerError.programFailed(
                name: "mariadb-install-db", status: 5, output: "the disk is full\n")
            await #expect(throws: expected) { _ = try await EmbeddedServer(options).acquire() }
            #expect(!directory.exists("data"))
            #expect(directory.exists("data.unfinished-\(getpid())"))
            let lease = try await EmbeddedServer(directory.options).acquire()
            #expect(!directory.exists("data.unfinished-\(getpid())"), "what was left over is swept")
            await lease.release()
        }
    }

    @Test func aServerThatEndsAtOnceIsToldWithItsLog() async throws {
        try await ServerDirectory.with { directory in
            await (try await EmbeddedServer(directory.options).acquire()).release()
            let broken = """
                case "$*" in *--version*) exec /usr/sbin/mariadbd --no-defaults --version ;; esac
                echo no room for me; exit 1
                """
            try directory.writeProgram("mariadbd", broken)
            var options = directory.options
            options.programDirectories.insert(directory.file("programs"), at: 0)
            let error = await #expect(throws: EmbeddedServerError.self) {
                _ = try await EmbeddedServer(options).acquire()
            }
            guard case .ended(let log) = error else {
                Issue.record("another error: \(String(describing: error))")
                return
            }
            #expect(log.hasSuffix("no room for me\n"))
        }
    }

    @Test func aMissingProgramIsNamed() async throws {
        try await ServerDirectory.with { directory in
            var options = directory.options
            options.programDirectories = ["/nonexistent"]
            let server = EmbeddedServer(options)
            let expected = EmbeddedServerError.programMissing(name: "mariadbd", lookedIn: ["/nonexistent"])
            await #expect(throws: expected) { _ = try await server.acquire() }
            #expect(expected.description.contains("mariadb-server"))
        }
    }

    @Test func waitingForAnotherProcessHasALimitAndEndsWithItsTask() async throws {
        try await ServerDirectory.with { directory in
            var options = directory.options
            options.lockLimit = .zero
            _ = try PrivateDirectory.prepare(directory.path)
            let other = HeldLock()
            if let lock = try FileLock.take(directory.file("change.lock"), .exclusive) { other.put(lock) }
            #expect(other.isHeld)
            let error = await #expect(throws: EmbeddedServerError.self) {
                _ = try await EmbeddedServer(options).acquire()
            }
            guard case .timedOut(_, .zero) = error else {
                Issue.record("another error: \(String(describing: error))")
                return
            }
            let patient = EmbeddedServer(directory.options)
            await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { _ = try await patient.acquire() }
                group.cancelAll()
                await #expect(throws: EmbeddedServerError.cancelled) { try await group.waitForAll() }
            }
            #expect(other.letGo())
            #expect(await patient.status() == .notCreated)
        }
    }

    @Test func aServerThatTakesLongToStopIsNotKilled() async throws {
        try await ServerDirectory.with { directory in
            var options = directory.options
            options.stopLimit = .zero
            let server = EmbeddedServer(options)
            let lease = try await server.acquire()
            let pid = try #require(await server.status().runningPID)
            // Stopped by the signal of job control, it cannot follow any other but SIGKILL.
            kill(pid, SIGSTOP)
            guard case .timedOut(_, .zero) = await lease.release() else {
                Issue.record("it cannot have stopped")
                return
            }
            #expect(kill(pid, 0) == 0)
            kill(pid, SIGCONT)
            let next = try await EmbeddedServer(directory.options).acquire()
            #expect(await server.status().runningPID != pid, "the old one was waited for, a new one started")
            await next.release()
        }
    }

    @Test func aCancelledTaskStillStopsTheServer() async throws {
        try await ServerDirectory.with { directory in
            let server = EmbeddedServer(directory.options)
            let lease = try await server.acquire()
            await withTaskGroup(of: EmbeddedServerError?.self) { group in
                group.addTask { await lease.release() }
                group.cancelAll()
                for await problem in group { #expect(problem == nil) }
            }
            #expect(await server.status() == .stopped)
        }
    }
}
