import Foundation

/// A backup's manifest, as far as the tests look into it.
struct Manifest: Decodable {
    struct Stream: Decodable {
        let name: String
        let sha256: String
    }

    let name: String
    let streams: [Stream]

    func sha256(of stream: String) throws -> String {
        guard let stream = streams.first(where: { $0.name == stream }) else {
            throw UnexpectedEnd(description: "no stream \(stream) in \(name)")
        }
        return stream.sha256
    }
}

extension House {
    /// The manifests of the backups in the folder `backups`, oldest first.
    func manifests() throws -> [Manifest] {
        let backups = folder.appendingPathComponent("backups")
        return try FileManager.default.contentsOfDirectory(atPath: backups.path).filter { $0 != "forgotten" }.sorted()
            .map {
                name in
                let file = backups.appendingPathComponent("\(name)/manifest.json")
                return try JSONDecoder().decode(Manifest.self, from: try Data(contentsOf: file))
            }
    }
}
