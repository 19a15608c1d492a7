import Foundation

/// The checkout these tests stand in.
struct Repository {
    let root: URL
    let manifest: PackageManifest
    /// Every Swift file below `Sources`, `Tests` and `Benchmarks`, and the manifest; by path.
    let swiftFiles: [SourceFile]

    static let current = Result { try Repository(containing: #filePath) }

    private init(containing path: String) throws {
        var folder = URL(filePath: path).resolvingSymlinksInPath()
        repeat {
            folder = folder.deletingLastPathComponent()
            guard folder.path.count > 1 else { throw CocoaError(.fileNoSuchFile) }
        } while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
        root = folder
        let text = try String(contentsOf: folder.appending(path: "Package.swift"), encoding: .utf8)
        let manifest = PackageManifest(text)
        self.manifest = manifest
        let paths = try ["Sources", "Tests", "Benchmarks"].flatMap { try Self.files(below: $0, of: folder) }
        swiftFiles =
            try paths.filter { $0.hasSuffix(".swift") }.map { path in
                let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
                let target = path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
                let area = Self.area(of: path, isProgram: manifest.programs.contains(target))
                return SourceFile(path: path, target: target, area: area, text: text)
            } + [SourceFile(path: "Package.swift", target: "", area: .manifest, text: text)]
    }

    /// The text of a file, from the root; nil where it is absent.
    func text(_ path: String) throws -> String? {
        let url = root.appending(path: path)
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        return try String(contentsOf: url, encoding: .utf8)
    }

    func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root.appending(path: path).path) }

    /// Paths from the root of all files below a folder, sorted; none where the folder is absent.
    func files(below folder: String) throws -> [String] { try Self.files(below: folder, of: root) }

    private static func files(below folder: String, of root: URL) throws -> [String] {
        let base = root.appending(path: folder).resolvingSymlinksInPath()
        guard FileManager.default.fileExists(atPath: base.path) else { return [] }
        return try FileManager.default.subpathsOfDirectory(atPath: base.path).sorted().map { "\(folder)/\($0)" }
    }

    private static func area(of path: String, isProgram: Bool) -> SourceFile.Area {
        if path.hasPrefix("Tests/") { return .test }
        if path.hasPrefix("Benchmarks/") { return .benchmark }
        return isProgram ? .program : .library
    }
}
