import Foundation
import ObjectStorage
import Rankings
import TestSupport
import Testing
import Transfer

/// A bucket that follows what is published, whatever happens to it and to us.
@Suite(
    .serialized, .enabled(if: TestPython.isAvailable && Gate.isAvailable, "\(TestPython.advice)"))
struct BucketTests {
    private static let starts = Instant(unixSeconds: 1_767_247_200)
    private static let board = "sim-1/main"

    private func configure(
        _ house: House, _ server: ObjectServer, endpoint: String? = nil, prefix: String, coding: String = "br",
        secret: String? = nil, log: String = "notice"
    ) throws {
        for (name, text) in [("access", server.keyID), ("secret", secret ?? server.secret)] {
            try text.write(to: house.folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        try house.configure(
            game: "sim", log: log,
            extra: """
                publish:
                  bucket:
                    endpoint: \(endpoint ?? server.endpoint)
                    name: \(ObjectServer.bucket)
                    prefix: \(prefix)
                    coding: \(coding)
                    access_key_file: ./access
                    secret_key_file: ./secret
                """)
    }

    /// Kills it while it publishes, takes the bucket away, and looks on all the while.
    @Test func readersOfTheBucketSeeNothingOfKillsAndOutages() async throws {
        let server = try ObjectServer.shared.get()
        let gate = try Gate(to: try #require(server.endpoint.split(separator: ":").last.flatMap { Int($0) }))
        let prefix = "\(UUID().uuidString)/"
        let house = try House()
        try house.startSimulator(
            ["--epoch", "\(Self.starts)", "--start-at", "\(Self.starts + .minutes(55))", "--speed", "30"])
        try configure(house, server, endpoint: "http://127.0.0.1:\(gate.port)", prefix: prefix)
        _ = try house.output(["database", "start"])
        let client = TransferClient(userAgent: "bucket-reader")
        let reader = BucketReader(server, prefix: prefix, client: client)
        let editions = try await withThrowingTaskGroup(of: Int.self) { group in
            group.addTask { try await reader.watch(Self.board) }
            var up = try house.start(["up"])
            for pause in [5_300, 3_700, 4_100] {
                try await Task.sleep(for: .milliseconds(pause))
                up.send(SIGKILL)
                _ = try up.wait(within: 60)
                up = try house.start(["up"])
            }
            try gate.shut()
            _ = try up.errorLine(containing: "bucket is behind")
            let before = try #require(house.shownSlot(of: Self.board))
            while house.shownSlot(of: Self.board).map({ $0 < before + 180 }) ?? true {
                #expect(up.process.isRunning)
                try await Task.sleep(for: .milliseconds(50))
            }
            try gate.open()
            _ = try up.errorLine(containing: "bucket is up to date again")
            try up.stop()
            group.cancelAll()
            return try await group.next() ?? 0
        }
        #expect(editions > 4)
        _ = try house.output(["publish"])
        try await reader.expectSame(as: house, suffix: ".br")
        let verified = try house.output(["publish", "--verify"])
        // The front page and the manifest tell of the minute they are made in.
        #expect(verified.contains(/, put: [0-2], removed: 0/), "\(verified)")
        await client.close()
    }

    @Test func aBucketThatRefusesDelaysNothingAndIsNamed() async throws {
        let server = try ObjectServer.shared.get()
        let house = try House()
        try house.startSimulator(
            ["--epoch", "\(Self.starts)", "--start-at", "\(Self.starts + .hours(50))", "--speed", "max"])
        try configure(house, server, prefix: "refused/", secret: "not-the-secret", log: "warning")
        let tick = try house.borderline(["tick"])
        #expect(tick.status == 0)
        #expect(house.shownSlot(of: Self.board) == (Self.starts + .hours(50)).unixSeconds)
        #expect(tick.errors.contains("the secret key is not that of the access key"))
        let verify = try house.borderline(["publish", "--verify"])
        #expect(verify.status == 1 && verify.errors.contains("the bucket is behind: "))
        #expect(!(tick.errors + verify.errors).contains("not-the-secret"))
    }

    @Test func damageInTheBucketIsMended() async throws {
        let server = try ObjectServer.shared.get()
        let prefix = "\(UUID().uuidString)/"
        let house = try House()
        try house.startSimulator(
            ["--epoch", "\(Self.starts)", "--start-at", "\(Self.starts + .hours(50))", "--speed", "max"])
        try configure(house, server, prefix: prefix, coding: "gzip")
        _ = try house.output(["tick"])
        _ = try house.output(["dump", "--live"])
        _ = try house.output(["publish"])
        let client = TransferClient(userAgent: "bucket-reader")
        let reader = BucketReader(server, prefix: prefix, client: client)
        try await reader.expectSame(as: house, suffix: ".gz")
        let root = try #require(try await reader.root(of: Self.board))
        try await reader.bucket.put([1], to: "\(prefix)e/\(Self.board)/names/\(root.names).json")
        try await reader.bucket.delete("\(prefix)manifest.json")
        let verified = try house.output(["publish", "--verify"])
        #expect(verified.contains(", put: 2, removed: 0"), "\(verified)")
        try await reader.expectSame(as: house, suffix: ".gz")
        await client.close()
    }
}
