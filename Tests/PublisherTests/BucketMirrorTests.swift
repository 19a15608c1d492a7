import Foundation
import ObjectStorage
import Rankings
import Synchronization
import Testing
import Transfer

@testable import Publisher

@Suite(.enabled(if: FaultyBucket.isAvailable, "needs python3")) struct BucketMirrorTests {
    private static let board = "e/sekai-jp-210/main"

    /// A folder with an edition and a site, and a bucket for them.
    private struct Bench {
        let folder: TemporaryFolder
        let service: FaultyBucket
        let state = MemoryMirrorState()
        let replaced = Replaced()

        final class Replaced: Sendable {
            let paths = Mutex<[String]>([])
        }

        init() throws {
            folder = try TemporaryFolder()
            service = try FaultyBucket()
            try publish()
        }

        /// Publishes the edition of so many minutes later, with other names.
        func publish(minutes: Int = 0) throws {
            var fixture = Fixture()
            fixture.slot = Fixture.slot + minutes
            fixture.names = ["みく\(minutes)", "Kōhei"]
            let sink = FolderSink(folder: folder.path)
            try sink.publish(try EditionFiles.make(fixture.edition, renderer: Fixture.renderer()))
            let site = SiteOverview(slot: fixture.slot, live: [], past: [], publicationDelay: nil)
            try sink.publish(try SiteFiles.make(site, renderer: Fixture.renderer()))
        }

        func mirror(_ coding: BucketCoding = .gzip, state: MemoryMirrorState? = nil) -> BucketMirror {
            BucketMirror(
                folder: folder.path, bucket: service.bucket, prefix: "site/", coding: coding,
                state: state ?? self.state,
                onReplaced: { [replaced] paths in replaced.paths.withLock { $0 += paths } })
        }

        /// Every object of the bucket is the file in its form, and none is missing.
        func expectWhole(_ coding: Coding = .gzip) async throws {
            let files = try folder.files().filter { !$0.hasPrefix(".") }
            let plain = files.filter { !$0.hasSuffix(".br") && !$0.hasSuffix(".gz") }
            let listed = try await service.bucket.list(prefix: "site/")
            #expect(listed.map(\.key) == plain.map { "site/\($0)" })
            for object in listed {
                let path = String(object.key.dropFirst("site/".count))
                #expect(object.digest == ObjectDigest(of: try folder.bytes(path + coding.suffix)), "\(path)")
            }
        }
    }

    @Test(arguments: BucketCoding.allCases) func everythingArrivesInItsForm(coding: BucketCoding) async throws {
        let bench = try Bench()
        let report = try await bench.mirror(coding).catchUp()
        #expect(report.isComplete && report.failure == nil && report.put > 8)
        try await bench.expectWhole(coding.coding)
    }

    @Test func whatIsNamedComesBeforeWhatNamesIt() async throws {
        let bench = try Bench()
        _ = try await bench.mirror().catchUp()
        let log = try bench.service.log()
        func place(_ event: String, _ path: String) throws -> Int {
            try #require(log.firstIndex(of: "\(event) site/\(path)"), "\(event) \(path)")
        }
        let root = try place("begin", "\(Self.board)/latest.json")
        let page = try place("begin", "\(Self.board)/index.html")
        for file in try bench.folder.files() where file.hasPrefix("\(Self.board)/") && file.hasSuffix(".json") {
            guard file.contains("/names/") || file.contains("/at/") else { continue }
            #expect(try place("put", file) < page)
        }
        #expect(try place("put", "\(Self.board)/index.html") < root)
        #expect(try place("put", "\(Self.board)/latest.json") < place("begin", "index.html"))
        #expect(try place("put", "index.html") < place("begin", "manifest.json"))
        #expect(log.last == "put site/manifest.json")
    }

    @Test func onlyWhatChangedIsPut() async throws {
        let bench = try Bench()
        let mirror = bench.mirror()
        _ = try await mirror.catchUp()
        _ = try bench.service.log()
        #expect(try await mirror.catchUp().put == 0)
        #expect(try bench.service.log().isEmpty)
        try bench.publish(minutes: 1)
        let report = try await mirror.catchUp()
        let put = try bench.service.log().filter { $0.hasPrefix("put ") }
        #expect(report.put == put.count)
        let kinds = put.map { $0.dropFirst("put site/".count).replacing(/[0-9a-f]{8,}/, with: "N") }
        #expect(
            kinds.sorted() == [
                "\(Self.board)/at/N.json", "\(Self.board)/index.html", "\(Self.board)/latest.json",
                "\(Self.board)/names/N.json", "index.html", "manifest.json",
            ])
        try await bench.expectWhole()
    }

    @Test func aNewProcessPutsNothingAgain() async throws {
        let bench = try Bench()
        _ = try await bench.mirror().catchUp()
        _ = try bench.service.log()
        #expect(try await bench.mirror().catchUp().put == 0)
        #expect(try bench.service.log().isEmpty)
    }

    @Test func whoKnowsNothingLooksWhatIsThere() async throws {
        let bench = try Bench()
        _ = try await bench.mirror().catchUp()
        _ = try bench.service.log()
        #expect(try await bench.mirror(state: MemoryMirrorState()).catchUp().put == 0)
        #expect(try bench.service.log() == ["list"])
    }

    @Test(arguments: ["/names/", "/at/", "\(board)/index.html"]) func whatIsMissingKeepsTheRootBack(
        fault: String
    ) async throws {
        let bench = try Bench()
        let mirror = bench.mirror()
        _ = try await mirror.catchUp()
        try bench.publish(minutes: 1)
        try bench.service.refuse(fault)
        _ = try bench.service.log()
        for _ in 0..<3 {
            let report = try await mirror.catchUp()
            #expect(!report.isComplete && report.failure.map { "\($0)".contains("status 503") } == true)
        }
        let log = try bench.service.log()
        #expect(!log.contains { $0.hasSuffix("latest.json") || $0.hasSuffix("site/index.html") })
        #expect(!log.contains { $0.hasSuffix("manifest.json") })
        try bench.service.refuse("")
        try bench.publish(minutes: 2)
        #expect(try await mirror.catchUp().isComplete)
        try await bench.expectWhole()
    }

    @Test func whatLeavesTheFolderLeavesTheBucket() async throws {
        let bench = try Bench()
        let mirror = bench.mirror()
        _ = try await mirror.catchUp()
        try bench.publish(minutes: 1)
        let old = OutputPath.minute(
            of: BoardID(event: Fixture.event, name: "main"), slot: Fixture.slot)
        try FolderSink(folder: bench.folder.path).remove(old)
        let report = try await mirror.catchUp()
        #expect(report.removed == 1)
        #expect(try bench.service.log().filter { $0.hasPrefix("delete") } == ["delete site/\(old)"])
        #expect(bench.replaced.paths.withLock { $0 }.contains(old))
        try await bench.expectWhole()
    }

    @Test func cachesAreToldOfWhatIsReplacedOnceItIsThere() async throws {
        let bench = try Bench()
        let mirror = bench.mirror()
        _ = try await mirror.catchUp()
        bench.replaced.paths.withLock { $0 = [] }
        try bench.publish(minutes: 1)
        _ = try await mirror.catchUp()
        let told = bench.replaced.paths.withLock { $0 }
        #expect(told == ["\(Self.board)/index.html", "\(Self.board)/latest.json", "index.html", "manifest.json"])
    }

    @Test func aLostFolderTakesNothingWithIt() async throws {
        let bench = try Bench()
        let mirror = bench.mirror()
        _ = try await mirror.catchUp()
        let before = try await bench.service.bucket.list(prefix: "site/")
        for name in try FileManager.default.contentsOfDirectory(atPath: bench.folder.path) where name != ".bucket" {
            try FileManager.default.removeItem(atPath: "\(bench.folder.path)/\(name)")
        }
        for scope in [BucketMirror.Scope.changes, .changes] { _ = try await mirror.catchUp(scope) }
        #expect(try await bench.service.bucket.list(prefix: "site/") == before)
    }

    @Test func verificationMendsWhatIsOtherThanItShouldBe() async throws {
        let bench = try Bench()
        let mirror = bench.mirror()
        let put = try await mirror.catchUp().put
        let bucket = bench.service.bucket
        let names = try #require(bench.folder.files().first { $0.contains("/names/") && $0.hasSuffix(".json") })
        try await bucket.put([1], to: "site/\(names)")
        try await bucket.delete("site/\(Self.board)/latest.json")
        try await bucket.put([2], to: "site/\(Self.board)/names/0000000000000000.json")
        try await bucket.put([3], to: "site/e/sekai-jp-1/main/latest.json")
        try await bucket.put([4], to: "site/notes/of another.txt")
        let report = try await mirror.catchUp(.verification)
        #expect((report.put, report.removed, report.unchanged) == (2, 2, put - 2))
        #expect(try await bucket.get("site/notes/of another.txt", limitBytes: 9) == [4])
        try await bucket.delete("site/notes/of another.txt")
        try await bench.expectWhole()
        #expect(try await mirror.catchUp(.verification).put == 0)
        #expect(try await mirror.catchUp(.all).put == put)
    }

    @Test func oneProcessAtATime() async throws {
        let bench = try Bench()
        let other = try #require(try FolderLock.immediately("\(bench.folder.path)/.bucket"))
        let report = try await bench.mirror().catchUp()
        #expect(report.isHeldElsewhere && report.put == 0)
        other.release()
        #expect(try await bench.mirror().catchUp().isComplete)
    }

    @Test func aBucketThatIsNotThereIsTold() async throws {
        let bench = try Bench()
        let nowhere = Bucket(
            BucketAddress(endpoint: "http://127.0.0.1:9", region: "us-east-1", bucket: "b"),
            credentials: BucketCredentials(keyID: "a", secret: "b"),
            client: TransferClient(userAgent: "publisher-tests"),
            retries: RetryPolicy(attempts: 1))
        await bench.state.note(["x": ObjectDigest(of: [])])
        let mirror = BucketMirror(
            folder: bench.folder.path, bucket: nowhere, prefix: "", coding: .gzip, state: bench.state)
        let report = try await mirror.catchUp()
        #expect(!report.isComplete && report.failure.map { "\($0)".contains("refused") } == true)
    }

    @Test(arguments: [
        ("e/a/main/latest.json", "application/json; charset=utf-8", "gzip", "public, max-age=10, stale-if-error=86400"),
        (
            "e/a/main/names/0123456789abcdef.json", "application/json; charset=utf-8", "gzip",
            "public, max-age=31536000, immutable"
        ),
        ("index.html", "text/html; charset=utf-8", "gzip", "public, max-age=10, stale-if-error=86400"),
    ])
    func anObjectSaysWhatItIs(path: String, type: String, coding: String, control: String) {
        let metadata = FolderFile(path: path, form: .gzip).metadata
        #expect(metadata == ObjectMetadata(contentType: type, contentEncoding: coding, cacheControl: control))
    }
}
