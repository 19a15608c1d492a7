import Compression
import Foundation
import Rankings
import Testing

@testable import Publisher

/// What must not be readable any longer is not.
struct RemovalTests {
    private let folder: TemporaryFolder
    private let sink: FolderSink
    private static let board = Fixture().boards[0].id

    init() throws {
        folder = try TemporaryFolder()
        sink = FolderSink(folder: "\(folder.path)/Output")
    }

    private func publish(_ fixture: Fixture) throws -> EditionFiles {
        let files = try EditionFiles.make(fixture.edition, renderer: Fixture.renderer())
        try sink.publish(files)
        return files
    }

    /// Every published byte, compressed files decompressed.
    private func published() throws -> String {
        try folder.files().map { file in
            let bytes = try folder.bytes(file)
            let plain =
                switch (file as NSString).pathExtension {
                case "br": try Brotli.decompress(bytes, limitBytes: 1_000_000)
                case "gz": try Gzip.decompress(bytes, limitBytes: 1_000_000)
                default: bytes
                }
            return String(decoding: plain, as: UTF8.self)
        }.joined()
    }

    @Test func pageAndNamesDoWithoutTheNameOfOneWhoIsForgotten() throws {
        var fixture = Fixture()
        fixture.names[0] = nil
        let page = try fixture.page()
        #expect(page.contains("data-key=\"\(Fixture.first)\""))
        #expect(page.contains("<bdi translate=\"no\">Removed player</bdi>"))
        #expect(page.contains("48,213,954"))
        let names = String(decoding: NamesDocument(standing: fixture.standing).bytes, as: UTF8.self)
        #expect(
            names == "{\"v\":1,\"players\":[\"\(Fixture.second)\",\"\(Fixture.first)\"],\"names\":[\"Kōhei\",null]}\n")
        let before = LatestDocument(edition: Fixture().edition)
        let after = LatestDocument(edition: fixture.edition)
        let text = String(decoding: before.bytes, as: UTF8.self).replacing(before.names, with: after.names)
        #expect(String(decoding: after.bytes, as: UTF8.self) == text, "scores, ranks and pseudonyms are as they were")
    }

    @Test func namesFilesThatNameAPlayerGoWithTheirSiblings() throws {
        _ = try publish(Fixture(slot: Fixture.slot - 1, names: ["before", "Kōhei"]))
        var without = Fixture(slot: Fixture.slot - 2)
        without.names[0] = nil
        let kept = try publish(without).dependencies[0].path
        _ = try publish(Fixture())
        var fixture = Fixture()
        fixture.names[0] = nil
        _ = try publish(fixture)
        let removed = try sink.removeNames(of: [Fixture.first], madeAgain: [Self.board])
        #expect(removed.count == 2 && removed.allSatisfy { $0.contains("/names/") && $0.hasSuffix(".json") })
        let names = try folder.files().filter { $0.contains("/names/") }
        #expect(names.map { $0.replacing("Output/", with: "") } == [kept, kept + ".br", kept + ".gz"])
        let text = try published()
        #expect(!text.contains("みく") && !text.contains("before") && text.contains("Kōhei"))
        #expect(try sink.removeNames(of: [Fixture.first], madeAgain: [Self.board]).isEmpty)
    }

    @Test func pageThatWasNotMadeAgainGoes() throws {
        _ = try publish(Fixture())
        #expect(try sink.removeNames(of: [Pseudonym(value: 1)], madeAgain: []).isEmpty)
        let removed = try sink.removeNames(of: [Fixture.second], madeAgain: [])
        #expect(removed.count == 2 && removed.last == OutputPath.page(of: Self.board))
        #expect(try !published().contains("Kōhei"))
    }

    @Test func pagesOfAPlayerGoInEveryLanguage() throws {
        let files = try publish(Fixture())
        let base = OutputPath.folder(of: Self.board)
        let those = [Fixture.first, Fixture.second].flatMap { player in
            ["p", "ja/p"].map { "\(base)/\($0)/\(player).html" }
        }
        for page in those { try folder.write("<p>", to: "Output/\(page)") }
        #expect(try sink.removeNames(of: [Fixture.first], madeAgain: [Self.board]).suffix(2) == those[..<2])
        #expect(those.map { folder.exists("Output/\($0)") } == [false, false, true, true])
        #expect(try sink.removePast(of: Self.board, keeping: files).suffix(2) == those[2...])
        #expect(!folder.exists("Output/\(those[2])"))
    }

    @Test func nothingIsPublishedNothingIsRemoved() throws {
        #expect(try sink.removeNames(of: [Fixture.first], madeAgain: []).isEmpty)
    }

    @Test func boardWithoutItsPlayersSaysSince() throws {
        var fixture = Fixture(playersRemoved: Instant(unixSeconds: 1_803_000_000))
        #expect(try fixture.page().contains("those of this board were removed on 19 Feb 2027"))
        let latest = String(decoding: LatestDocument(edition: fixture.edition).bytes, as: UTF8.self)
        #expect(latest.hasSuffix(",\"players_removed\":1803000000}\n"))
        fixture.playersRemoved = nil
        #expect(try !fixture.page().contains("those of this board"))
        #expect(!String(decoding: LatestDocument(edition: fixture.edition).bytes, as: UTF8.self).contains("removed"))
    }

    @Test func pastMinutesAndNamesOfABoardGo() throws {
        _ = try publish(Fixture(slot: Fixture.slot - 1, names: ["before", "Kōhei"]))
        let files = try publish(Fixture())
        #expect(try sink.removePast(of: Self.board, keeping: files).count == 2)
        let left = Set(try folder.files().filter { $0.hasSuffix(".json") }.map { $0.replacing("Output/", with: "") })
        #expect(left == Set((files.dependencies + files.roots).map(\.path).filter { $0.hasSuffix(".json") }))
        #expect(try sink.removePast(of: Self.board, keeping: files).isEmpty)
    }
}
