/// Styles, scripts and pictures of the pages, each published as `assets/<name>.<hash>.<extension>`.
struct AssetSet: Sendable {
    /// Sorted by path.
    let files: [OutputFile]
    /// The published path by the name of the file.
    private let paths: [String: String]

    /// Reads a folder. A script that imports another by `"./<name>"` is published with the other's hashed name, so its
    /// own hash changes with it.
    ///
    /// - Parameter words: the scripts with the words of each language, made for the scripts of the folder.
    init(folder: String, words: ([String]) -> [String: [UInt8]] = { _ in [:] }) throws(PublisherError) {
        var sources: [String: [UInt8]] = [:]
        for name in try FileSystem.names(in: folder) where !name.hasPrefix(".") {
            sources[name] = try FileSystem.read("\(folder)/\(name)")
        }
        let scripts = sources.filter { $0.key.hasSuffix(".js") }.map { String(decoding: $0.value, as: UTF8.self) }
        sources.merge(words(scripts)) { _, made in made }
        var files: [String: OutputFile] = [:]
        for name in sources.keys.sorted() {
            try Self.publish(name, of: sources, folder: folder, importedBy: [], into: &files)
        }
        self.files = files.values.sorted { $0.path < $1.path }
        paths = files.mapValues(\.path)
    }

    /// The template with every `assets/<name>` replaced by the published path.
    func resolve(_ source: String, path: String) throws(PublisherError) -> String {
        try Self.replacing("assets/", in: source, item: path) { name in paths[name] }
    }

    /// Publishes the asset after those it imports.
    private static func publish(
        _ name: String, of sources: [String: [UInt8]], folder: String, importedBy: [String],
        into files: inout [String: OutputFile]
    ) throws(PublisherError) {
        guard files[name] == nil, var bytes = sources[name] else { return }
        let item = "\(folder)/\(name)"
        guard let dot = name.lastIndex(of: "."), let type = types[String(name[dot...])] else {
            throw PublisherError(.template, item: item, problem: "is not a .css, .js or .svg file")
        }
        if type == .javascript {
            let source = String(decoding: bytes, as: UTF8.self)
            for other in sources.keys.sorted() where source.contains("\"./\(other)\"") {
                guard other != name, !importedBy.contains(other) else {
                    throw PublisherError(.template, item: item, problem: "imports itself by way of \(other)")
                }
                try publish(other, of: sources, folder: folder, importedBy: importedBy + [name], into: &files)
            }
            let published = files
            bytes = Array(
                try replacing("\"./", in: source, item: item) { other in
                    published[other].map { "\"./" + $0.path.dropFirst(directory.count) }
                }.utf8)
        }
        let path = "\(directory)\(name[..<dot]).\(ContentHash.of(bytes))\(name[dot...])"
        guard OutputPath.isSafe(path) else {
            throw PublisherError(.template, item: item, problem: "has a name that cannot be published")
        }
        files[name] = OutputFile(path: path, bytes: bytes, kind: .immutable, contentType: type)
    }

    /// The text with every name that follows the mark, and the mark, replaced.
    private static func replacing(
        _ mark: String, in source: String, item: String, by replacement: (String) -> String?
    ) throws(PublisherError) -> String {
        var lines: [String] = []
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var result = ""
            var rest = line
            while let found = rest.firstRange(of: mark) {
                let name = rest[found.upperBound...].prefix { $0.isLetter || $0.isNumber || "-_.".contains($0) }
                guard let published = replacement(String(name)) else {
                    throw PublisherError(.template, item: "\(item):\(index + 1)", problem: "no asset \"\(name)\"")
                }
                result += rest[..<found.lowerBound] + published
                rest = rest[name.endIndex...]
            }
            lines.append(result + rest)
        }
        return lines.joined(separator: "\n")
    }

    private static let directory = "assets/"
    private static let types: [String: ContentType] = [".css": .css, ".js": .javascript, ".svg": .svg]
}
