import Foundation
import Rankings
import Testing

@testable import Publisher

struct SweepTests {
    private static let board = BoardID(event: Fixture.event, name: "main")
    private static let base = "e/sekai-jp-210/main"
    private static let anyAge: Duration = .seconds(-60)

    private func publish(into folder: TemporaryFolder) throws -> FolderSink {
        let sink = FolderSink(folder: folder.path)
        try sink.publish(try EditionFiles.make(Fixture().edition, renderer: Fixture.renderer()))
        return sink
    }

    /// The series that the fixture's edition names, leading to a day.
    private func writeSeries(into folder: TemporaryFolder) throws {
        try folder.write(
            """
            {"v":1,"days":[{"from":0,"series":"1111111111111111","names":"2222222222222222"}],
            "today":{"names":"3333333333333333"}}
            """, to: "\(Self.base)/series/8899aabbccddeeff.json")
        for path in ["series/1111111111111111", "names/2222222222222222", "names/3333333333333333"] {
            try folder.write("{}", to: "\(Self.base)/\(path).json")
        }
    }

    @Test func whatNoRootReachesGoesAndTheRestStays() throws {
        let folder = try TemporaryFolder()
        let sink = try publish(into: folder)
        try writeSeries(into: folder)
        try folder.write("{}", to: "\(Self.base)/forecast/00112233445566ff.json")
        try folder.write("<svg/>", to: "\(Self.base)/forecast/00112233445566ff.svg")
        let before = try folder.files()
        let stale = [
            "series/4444444444444444.json", "names/5555555555555555.json", "forecast/6666666666666666.json",
            "forecast/6666666666666666.svg",
        ]
        for path in stale {
            try folder.write("{}", to: "\(Self.base)/\(path)")
            try folder.write("x", to: "\(Self.base)/\(path).br")
        }
        #expect(try sink.sweep(Self.board, olderThan: Self.anyAge) == 4)
        #expect(try folder.files() == before)
    }

    @Test func aMinuteThatIsStillThereKeepsWhatItNames() throws {
        let folder = try TemporaryFolder()
        let sink = try publish(into: folder)
        try writeSeries(into: folder)
        try folder.write(
            #"{"names":"7777777777777777","forecast":null,"series":null}"#,
            to: OutputPath.minute(of: Self.board, slot: Fixture.slot - 90))
        try folder.write("{}", to: "\(Self.base)/names/7777777777777777.json")
        #expect(try sink.sweep(Self.board, olderThan: Self.anyAge) == 0)
    }

    @Test func youngDocumentsStay() throws {
        let folder = try TemporaryFolder()
        let sink = try publish(into: folder)
        try writeSeries(into: folder)
        try folder.write("{}", to: "\(Self.base)/names/5555555555555555.json")
        #expect(try sink.sweep(Self.board, olderThan: .seconds(600)) == 0)
        #expect(folder.exists("\(Self.base)/names/5555555555555555.json"))
    }

    @Test func thePageOfWhoLeftTheBoardStaysForADay() throws {
        let folder = try TemporaryFolder()
        let sink = try publish(into: folder)
        let pages = ["p/b1f39a0000000001.html", "ja/p/b1f39a0000000001.html"].map { "\(Self.base)/\($0)" }
        for page in pages { try folder.write("<p>", to: page) }
        #expect(try sink.sweep(Self.board, olderThan: Self.anyAge) == 0)
        for page in pages { try folder.age(page, bySeconds: 90_000) }
        #expect(try sink.sweep(Self.board, olderThan: .seconds(600)) == 2)
        #expect(!pages.contains(where: folder.exists))
    }

    @Test func aBoardWithoutARootIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        try folder.write("{}", to: "\(Self.base)/names/5555555555555555.json")
        #expect(try FolderSink(folder: folder.path).sweep(Self.board, olderThan: Self.anyAge) == 0)
    }
}
