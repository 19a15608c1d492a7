import Compression
import Foundation
import Rankings
import TestSupport
import Testing

@testable import Publisher

struct FolderSinkTests {
    private let folder: TemporaryFolder
    private let sink: FolderSink
    private static let latest = "e/sekai-jp-210/main/latest.json"
    private static let minute = "e/sekai-jp-210/main/at/29919603.json"

    init() throws {
        folder = try TemporaryFolder()
        sink = FolderSink(folder: "\(folder.path)/Output")
    }

    private func files(_ fixture: Fixture = Fixture()) throws -> EditionFiles {
        try EditionFiles.make(fixture.edition, renderer: Fixture.renderer())
    }

    private func output(_ name: String) -> String { "Output/\(name)" }

    @Test func aFolderThatAnotherHoldsIsNotWaitedForForEver() throws {
        let board = "\(folder.path)/Output/e/sekai-jp-210/main"
        let held = try FolderLock(board)
        let error = #expect(throws: PublisherError.self) { try FolderLock(board, attempts: 2) }
        #expect(error?.item == board)
        held.release()
        try FolderLock(board, attempts: 1).release()
    }

    @Test func everyFileHasSiblingsThatDecompressToIt() throws {
        let files = try files()
        let report = try sink.publish(files)
        #expect(report.written == 4)
        for file in files.dependencies + files.roots {
            let plain = try folder.bytes(output(file.path))
            #expect(plain == file.bytes)
            let brotli = try folder.bytes(output(file.path + ".br"))
            let gzip = try folder.bytes(output(file.path + ".gz"))
            #expect(try Brotli.decompress(brotli, limitBytes: 1_000_000) == plain)
            #expect(try Gzip.decompress(gzip, limitBytes: 1_000_000) == plain)
        }
        #expect(try folder.files().count == 12)
        #expect(try folder.bytes(output(Self.latest)) == folder.bytes(output(Self.minute)))
        #expect(try folder.bytes(output(Self.latest + ".br")) == folder.bytes(output(Self.minute + ".br")))
    }

    @Test func hoursAndPagesOfPlayersHaveFewerForms() throws {
        let hour = try #require(OutputFile.sealedHour([PastMinute(edition: Fixture().edition, forecast: nil)]))
        let pages = try Fixture.renderer().playerPages(PlayerPageTests.report(), in: Fixture().edition)
        try sink.publish([hour] + pages)
        let player = output(OutputPath.page(of: Fixture.first, on: Fixture().boards[0].id))
        #expect(try folder.files() == [output(hour.path), output(hour.path + ".br"), player])
        #expect(try sink.publish([hour] + pages, trusting: .whatCanBeRead).unchanged == 2)
    }

    /// The root of a board and its minute are the same bytes: compressed once, on the disk once.
    @Test func aRootAndItsMinuteAreOneFileUntilTheNextRoot() throws {
        let first = try files()
        try sink.publish(first)
        for coding in ["", ".br", ".gz"] {
            #expect(try folder.inode(output(Self.latest + coding)) == folder.inode(output(Self.minute + coding)))
        }
        try sink.publish(files(Fixture(slot: Fixture.slot + 1, outcome: .missed)))
        #expect(try folder.inode(output(Self.latest)) != folder.inode(output(Self.minute)))
        #expect(try folder.bytes(output(Self.minute)) == first.roots.last?.bytes)
    }

    @Test func filesOfTheSameBytesAreNotTouched() throws {
        try sink.publish(files())
        let before = try folder.files().map { try folder.inode($0) }
        let report = try sink.publish(files())
        #expect(report == SinkReport(unchanged: 4))
        #expect(try folder.files().map { try folder.inode($0) } == before)
    }

    /// A process that was paused comes back with the edition of a slot that is long over.
    @Test func rootsNeverGoBackToAnOlderSlot() throws {
        let later = try files(Fixture(slot: Fixture.slot + 2, outcome: .missed))
        try sink.publish(later)
        let before = try folder.inode(output(Self.latest))
        let report = try sink.publish(files())
        #expect(report.superseded == later.roots.count)
        #expect(try folder.inode(output(Self.latest)) == before)
        #expect(try folder.bytes(output(Self.latest)) == later.roots.last?.bytes)
        #expect(try folder.files().allSatisfy { !$0.contains(".tmp") })
        #expect(try sink.publish(later).superseded == 0)
        #expect(try sink.publish(files(Fixture(slot: Fixture.slot + 3))).superseded == 0)
    }

    @Test func aChangedFileIsReplacedWithItsSiblings() throws {
        try sink.publish(files())
        let names = try #require(folder.files().first { $0.contains("/names/") && $0.hasSuffix(".json") })
        let before = (try folder.inode(output(Self.latest)), try folder.inode(names))
        let changed = try files(Fixture(slot: Fixture.slot + 1, outcome: .missed))
        try sink.publish(changed)
        #expect(try folder.inode(output(Self.latest)) != before.0)
        #expect(try folder.inode(names) == before.1)
        #expect(try folder.bytes(output(Self.latest)) == changed.roots.last?.bytes)
        let gzip = try folder.bytes(output(Self.latest + ".gz"))
        #expect(try Gzip.decompress(gzip, limitBytes: 1_000_000) == changed.roots.last?.bytes)
        #expect(folder.exists(output(Self.minute)))
        #expect(folder.exists(output("e/sekai-jp-210/main/at/29919604.json")))
    }

    @Test func aFailedDependencyLeavesTheRootsAsTheyWere() throws {
        try sink.publish(files())
        let before = try folder.text(output(Self.latest))
        let blocked = output("e/sekai-jp-210/main/at/29919604.json.gz")
        try folder.write("in the way", to: "\(blocked)/file")
        let next = try files(Fixture(slot: Fixture.slot + 1, scores: [50_000_000, 49_000_000]))
        let error = #expect(throws: PublisherError.self) { try sink.publish(next) }
        #expect(error?.kind == .storage)
        #expect(try folder.text(output(Self.latest)) == before)
        #expect(try !folder.text(output("e/sekai-jp-210/main/index.html")).contains("50,000,000"))
        #expect(try !folder.files().contains { $0.hasSuffix(".part") })
    }

    @Test(arguments: [
        "../up.json", "/etc/passwd", "e//x.json", ".hidden", "a/.b", "", "E/x.json", "e/x.json/", "e/\u{e9}.json",
        "a/" + String(repeating: "b/", count: 300) + "c",
    ])
    func pathsThatLeaveTheFolderAreRefused(_ path: String) throws {
        let file = OutputFile(path: path, bytes: [1], kind: .mutable, contentType: .json)
        let error = #expect(throws: PublisherError.self) { try sink.publish([file]) }
        #expect(error?.kind == .path)
        #expect(try folder.files().isEmpty)
    }

    @Test(.enabled(if: SmallDisk.isPossible, "this process may not mount a file system"))
    func aFullDiskIsAnErrorAndTheOldEditionStaysWhole() throws {
        let disk = try #require(SmallDisk(at: "\(folder.path)/disk"))
        defer { disk.unmount() }
        let sink = FolderSink(folder: disk.path)
        try sink.publish(files())
        let before = try folder.bytes("disk/\(Self.latest)")
        try disk.fill()
        let next = try files(Fixture(slot: Fixture.slot + 1, scores: [50_000_000, 49_000_000]))
        let error = #expect(throws: PublisherError.self) { try sink.publish(next) }
        #expect(error?.kind == .full)
        #expect(try folder.bytes("disk/\(Self.latest)") == before)
        let gzip = try folder.bytes("disk/\(Self.latest).gz")
        #expect(try Gzip.decompress(gzip, limitBytes: 1_000_000) == before)
        #expect(try !folder.files().contains { $0.hasSuffix(".part") })
    }

    @Test func repairRemovesLeftoversAndRewritesSiblings() throws {
        try sink.publish(files())
        let wanted = try folder.bytes(output(Self.latest + ".br"))
        let dead = output("e/sekai-jp-210/main/.latest.json.999999999.1.part")
        try folder.write("half", to: dead)
        try folder.write("torn", to: output(Self.latest + ".br"))
        try FileManager.default.removeItem(atPath: "\(folder.path)/\(output("e/sekai-jp-210/main/index.html.gz"))")
        #expect(try sink.repair() == RepairReport(leftoversRemoved: 1, siblingsRewritten: 2))
        #expect(!folder.exists(dead))
        #expect(try folder.bytes(output(Self.latest + ".br")) == wanted)
        #expect(folder.exists(output("e/sekai-jp-210/main/index.html.gz")))
        #expect(try sink.repair() == RepairReport())
    }

    @Test func repairRemovesAFolderThatWasLeftHalfWritten() throws {
        let dead = output("dumps/sekai-jp-210/.new.999999999.1.part")
        try folder.write("half", to: "\(dead)/changes.csv.gz")
        let living = output("dumps/sekai-jp-210/.new.1.7.part/changes.csv.gz")
        try folder.write("being written", to: living)
        #expect(try sink.repair() == RepairReport(leftoversRemoved: 1, siblingsRewritten: 0))
        #expect(!folder.exists(dead))
        #expect(folder.exists(living))
    }

    @Test func repairLeavesWhatALivingProcessIsWriting() throws {
        let living = output(".index.html.1.7.part")
        try folder.write("being written", to: living)
        #expect(try sink.repair() == RepairReport())
        #expect(folder.exists(living))
    }

    @Test func repairOfAFolderThatIsNotThereFindsNothing() throws {
        #expect(try FolderSink(folder: "\(folder.path)/none").repair() == RepairReport())
    }

    @Test func siteFilesBringTheAssetsTheyName() throws {
        let site = SiteOverview(slot: Fixture.slot, live: [], past: [], publicationDelay: nil)
        try sink.publish(SiteFiles.make(site, renderer: Fixture.renderer()))
        let page = try folder.text(output("index.html"))
        let assets = page.split(separator: "\"").filter { $0.hasPrefix("/assets/") }
        #expect(assets.count >= 3)
        for asset in assets { #expect(folder.exists(output(String(asset.dropFirst())))) }
        #expect(page.contains("Nothing runs at the moment."))
        #expect(
            try folder.text(output("manifest.json"))
                == #"{"v":1,"slot":1795176180,"publication_delay_p90_ms":null,"events":[]}"# + "\n")
    }
}
