import Compression
import Foundation
import Rankings
import Testing

@testable import Pipeline

@Suite struct RefusedBodiesTests {
    private static let board = BoardID(event: EventID(rawValue: "sim-1"), name: "main")
    private static let slot = Slot(unixMinute: 29_000_000)

    /// The names of what is kept, and the first body, after writing as many as told.
    private func kept(_ count: Int, body: String = "{}", removing secrets: [String] = []) async throws -> (
        names: [String], first: String
    ) {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }  // a leftover of a test harms nobody
        let bodies = RefusedBodies(folder: folder)
        for minute in 0..<count {
            try await bodies.keep(
                Array(body.utf8), parts: "entries", of: Self.board, at: Self.slot + minute, removing: secrets)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let data = try Data(contentsOf: URL(filePath: "\(folder)/\(names[0])"))
        try await bodies.removeAll()
        #expect(!FileManager.default.fileExists(atPath: folder))
        return (names, String(decoding: try Gzip.decompress(Array(data), limitBytes: 10_000), as: UTF8.self))
    }

    @Test func bodyIsKeptUnderItsSlotBoardAndParts() async throws {
        let kept = try await kept(1, body: #"{"a":1}"#)
        #expect(kept.names == ["2025-02-19T21:20:00Z_sim-1_main_entries.gz"])
        #expect(kept.first == #"{"a":1}"#)
    }

    @Test func whatLetsRequestsInIsCutOut() async throws {
        let kept = try await kept(1, body: "token=s3cr3t&again=s3cr3t;", removing: ["s3cr3t", ""])
        #expect(kept.first == "token=[removed]&again=[removed];")
        // One may be a part of another.
        let nested = try await self.kept(1, body: "a-s3cr3t-b s3cr3t", removing: ["s3cr3t", "a-s3cr3t-b"])
        #expect(nested.first == "[removed] [removed]")
    }

    @Test func onlyTheNewestAreKept() async throws {
        let kept = try await kept(402)
        #expect(kept.names.count == 400)
        #expect(kept.names.first == "2025-02-19T21:22:00Z_sim-1_main_entries.gz")
    }
}
