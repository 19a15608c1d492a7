import Compression
import Foundation
import Testing

/// The files a house has published, as a reader may find them at any instant.
struct PublishedTree {
    /// Bytes of one decoded file: far more than any page has.
    private static let limitBytes = 16 << 20
    private static let replaceable: Set<String> = ["index.html", "latest.json", "manifest.json", "404.html"]

    private let folder: URL

    init(of house: House) { folder = house.folder.appendingPathComponent("Output") }

    /// Every file under a final name is whole, each coding of one that never changes holds the same bytes, and what a
    /// root names is there.
    ///
    /// - Parameter isAtRest: nothing half-written is left over, and the codings of files that are replaced agree too.
    func check(isAtRest: Bool = false) throws {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        for case let file as URL in files ?? .init() where !file.hasDirectoryPath {
            if file.pathComponents.contains(where: { $0.hasSuffix(".part") }) {
                #expect(!isAtRest, "\(file.path) is left over")
            } else if file.pathExtension == "json" {
                try checkDocument(file)
            } else if let decoded = try decoded(file) {
                let plain = file.deletingPathExtension()
                guard isAtRest || !Self.replaceable.contains(plain.lastPathComponent),
                    let bytes = FileManager.default.contents(atPath: plain.path)
                else { continue }
                #expect(decoded == Array(bytes), "\(file.path) holds something else")
            }
        }
    }

    /// The bytes behind a coding; nil for a file that has none. A torn one throws.
    private func decoded(_ file: URL) throws -> [UInt8]? {
        let bytes = Array(try Data(contentsOf: file))
        switch file.pathExtension {
        case "gz": return try Gzip.decompress(bytes, limitBytes: Self.limitBytes)
        case "br": return try Brotli.decompress(bytes, limitBytes: Self.limitBytes)
        default: return nil
        }
    }

    private func checkDocument(_ file: URL) throws {
        let data = try Data(contentsOf: file)
        #expect(throws: Never.self, "\(file.path) is torn") { try JSONSerialization.jsonObject(with: data) }
        guard file.lastPathComponent == "latest.json" else { return }
        let root = try JSONDecoder().decode(Root.self, from: data)
        let board = file.deletingLastPathComponent()
        for (name, inside) in [(root.names, "names"), (root.forecast, "forecast"), (root.series, "series")] {
            guard let name else { continue }
            let named = board.appendingPathComponent("\(inside)/\(name).json").path
            #expect(FileManager.default.fileExists(atPath: named), "\(file.path) names \(named)")
        }
        try checkMinutes(of: root, in: board.appendingPathComponent("at"))
    }

    /// From the first minute of the root's hour that is there none is missing.
    private func checkMinutes(of root: Root, in folder: URL) throws {
        guard root.phase == "running", let next = root.next, next > root.slot else { return }
        let newest = root.slot / 60
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let minutes = Set(names.filter { $0.hasSuffix(".json") }.compactMap { Int($0.dropLast(5)) })
        let first = try #require(minutes.filter { $0 >= newest / 60 * 60 }.min(), "\(folder.path) has no minute")
        for minute in stride(from: first, through: newest, by: (next - root.slot) / 60) {
            #expect(minutes.contains(minute), "\(folder.path) lacks \(minute), the root is \(newest)")
        }
    }

    /// What a root names, by hash and as minutes.
    private struct Root: Decodable {
        let slot: Int
        let next: Int?
        let phase: String
        let names: String?
        let forecast: String?
        let series: String?
    }
}
