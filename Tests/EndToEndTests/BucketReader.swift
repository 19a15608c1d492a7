import Foundation
import ObjectStorage
import TestSupport
import Testing
import Transfer

/// Reads a bucket of published files as viewers do.
struct BucketReader: Sendable {
    struct Root: Decodable {
        let slot: Int64
        let names: String
        let forecast: String?
        let series: String?
    }

    private static let limitBytes = 16 << 20

    let bucket: Bucket
    let prefix: String

    init(_ server: ObjectServer, prefix: String, client: TransferClient) {
        bucket = Bucket(
            BucketAddress(endpoint: server.endpoint, region: "us-east-1", bucket: ObjectServer.bucket),
            credentials: BucketCredentials(keyID: server.keyID, secret: server.secret), client: client)
        self.prefix = prefix
    }

    /// The bytes of an object, decoded; nil where there is none.
    func bytes(_ path: String) async throws -> [UInt8]? {
        do {
            return try await bucket.get(prefix + path, limitBytes: Self.limitBytes)
        } catch let error as BucketError {
            if error.code == "NoSuchKey" { return nil }
            throw error
        }
    }

    /// The board's root with all that it names there; nil before the first.
    func root(of board: String) async throws -> Root? {
        guard let bytes = try await bytes("e/\(board)/latest.json") else { return nil }
        let root = try JSONDecoder().decode(Root.self, from: Data(bytes))
        let named = [
            "names/\(root.names)", root.forecast.map { "forecast/\($0)" }, root.series.map { "series/\($0)" },
            "at/\(root.slot / 60)",
        ]
        for document in named.compactMap(\.self) {
            let path = "e/\(board)/\(document).json"
            #expect(try await self.bytes(path) != nil, "\(path), which the root of \(root.slot) names")
        }
        return root
    }

    /// Reads the root again and again until cancelled: it never goes back.
    ///
    /// - Returns: how many editions were seen.
    func watch(_ board: String) async throws -> Int {
        var seen: [Int64] = []
        do {
            while true {
                if let root = try await root(of: board), root.slot != seen.last {
                    #expect(seen.last.map { $0 < root.slot } ?? true, "\(root.slot) after \(seen.last ?? 0)")
                    seen.append(root.slot)
                }
                try await Task.sleep(for: .milliseconds(50))
            }
        } catch is CancellationError {
            return seen.count
        }
    }

    /// Holds the bucket against a house's output folder: each file is there in its form, and nothing else is.
    func expectSame(as house: House, suffix: String) async throws {
        let output = house.folder.appendingPathComponent("Output").path
        let files = try FileManager.default.subpathsOfDirectory(atPath: output).filter { path in
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: "\(output)/\(path)", isDirectory: &isFolder)
            return exists && !isFolder.boolValue && !path.hasSuffix(".br") && !path.hasPrefix(".")
                && !(path.hasSuffix(".gz") && !path.hasPrefix("dumps/")) && !path.contains("/.")
        }
        let plain = files.filter { !$0.hasPrefix("dumps/index") || !$0.hasSuffix(".gz") }
        let listed = try await bucket.list(prefix: prefix)
        #expect(listed.map { String($0.key.dropFirst(prefix.count)) } == plain.sorted())
        for object in listed {
            let path = String(object.key.dropFirst(prefix.count))
            let stored = house.published(path + suffix) ?? house.published(path)
            #expect(object.digest == stored.map { ObjectDigest(of: Array($0)) }, "\(path)")
        }
    }
}
