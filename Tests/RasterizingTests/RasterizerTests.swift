import Foundation
import Testing

@testable import Rasterizing

@Suite struct RasterizerTests {
    private func png(_ body: String, width: Int = 40, height: Int = 20) throws -> [UInt8] {
        try Rasterizer.png(
            svg: Array(#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">\#(body)</svg>"#.utf8),
            width: width, height: height)
    }

    /// Width and height as the file's head says them.
    private func size(_ png: [UInt8]) -> [Int] {
        [16, 20].map { start in png[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } }
    }

    @Test(arguments: [[40, 20], [1200, 630], [1, 1]]) func hasTheSizeThatWasAskedFor(sides: [Int]) throws {
        let picture = try png(#"<rect width="40" height="20" fill="red"/>"#, width: sides[0], height: sides[1])
        #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        #expect(size(picture) == sides)
        #expect(picture.suffix(8).prefix(4) == Array("IEND".utf8)[...])
    }

    @Test func theSameDrawingGivesTheSameBytes() throws {
        let text = #"<text y="15" fill="white" font-size="14">Border 夜明け 🌊</text>"#
        #expect(try png(text) == png(text))
        #expect(try png(text) != png(#"<text y="15" fill="white" font-size="14">Another</text>"#))
    }

    @Test(arguments: ["", "<svg", "no drawing", "<html></html>"]) func whatIsNoDrawingIsTold(text: String) {
        #expect(throws: RasterizingError.self) { try Rasterizer.png(svg: Array(text.utf8), width: 8, height: 8) }
    }

    @Test func manyAtOnceAreDrawnAlike() async throws {
        let text = #"<text y="15" fill="white" font-size="14" font-weight="700">1,000 ✓</text>"#
        let expected = try png(text)
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<16 { group.addTask { try png(text) } }
            for try await picture in group { #expect(picture == expected) }
        }
    }

    @Test func nothingOutsideOfTheDrawingIsRead() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "raster-\(UUID().uuidString).png")
        try Data(try png(#"<rect width="40" height="20" fill="lime"/>"#)).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let named = try png(#"<image width="40" height="20" href="\#(file.absoluteString)"/>"#)
        #expect(try named == png(""))
    }
}
