import FoundationEssentials

/// Finds the configuration file and reads it.
package struct ConfigurationLoader: Sendable {
    /// The variable that names the file where the command line does not.
    package static let variable = "BORDERLINE_CONFIG"
    /// The file that is looked for in the working directory.
    package static let localName = "borderline.yaml"
    /// A longer file is no configuration but a mistake.
    static let limitBytes = 1_000_000

    private let environment: [String: String]
    private let workingDirectory: String
    private let systemFile: String

    /// - Parameters:
    ///   - environment: where the file's name and secrets are looked up.
    ///   - workingDirectory: absolute; relative paths of the command line start here.
    ///   - systemFile: the last file that is looked for.
    package init(
        environment: [String: String], workingDirectory: String, systemFile: String = "/etc/borderline.yaml"
    ) {
        self.environment = environment
        self.workingDirectory = workingDirectory
        self.systemFile = systemFile
    }

    /// The configuration of the first file there is: the one given, `$BORDERLINE_CONFIG`, `./borderline.yaml`,
    /// `/etc/borderline.yaml`; without any, the defaults with paths that start in the working directory.
    ///
    /// - Parameter file: from the command line; nil where it names none.
    /// - Throws: every problem found. A file that was named but is not there is one.
    package func load(file: String? = nil) throws(ConfigurationError) -> Configuration {
        guard let found = try locate(file: file) else { return try build(ReadValues(), problems: [], file: nil) }
        guard let data = FileManager.default.contents(atPath: found) else {
            throw unreadable(found, "cannot be read", "Check its permissions, and that it is a file")
        }
        guard data.count <= Self.limitBytes else {
            throw unreadable(found, "has more than \(Self.limitBytes) bytes", "Check that it is the right file")
        }
        guard let yaml = String(validating: data, as: UTF8.self) else {
            throw unreadable(found, "is not UTF-8 text", "Save it as UTF-8")
        }
        return try parse(yaml, file: found)
    }

    /// Which file would be read; nil where there is none. Absolute.
    ///
    /// - Throws: where a file was named but is not there.
    package func locate(file: String? = nil) throws(ConfigurationError) -> String? {
        let paths = PathResolver(folder: workingDirectory)
        if let file { return try existing(paths.resolve(file), namedBy: "--config") }
        if let named = environment[Self.variable], !named.isEmpty {
            return try existing(paths.resolve(named), namedBy: "$" + Self.variable)
        }
        return [paths.resolve(Self.localName), systemFile].first { FileManager.default.fileExists(atPath: $0) }
    }

    /// The configuration a text holds, as if it stood in the file.
    ///
    /// - Parameter file: absolute; it need not exist. Relative paths start at its folder, and problems name it.
    package func parse(_ yaml: String, file: String) throws(ConfigurationError) -> Configuration {
        var reader = ConfigurationReader(file: file)
        reader.read(root: try Document.root(yaml, file: file))
        return try build(reader.read, problems: reader.problems, file: file)
    }

    private func build(
        _ read: ReadValues, problems: [ConfigurationProblem], file: String?
    ) throws(ConfigurationError) -> Configuration {
        var builder = ConfigurationBuilder(
            read: read, file: file,
            paths: PathResolver(folder: file.map(PathResolver.parent) ?? workingDirectory),
            secrets: SecretReader(environment: environment))
        let configuration = builder.build()
        // A key that could not be read is reported once: what the builder says of it then follows from that.
        let known = Set(problems.compactMap(\.key))
        let all = problems + builder.problems.filter { $0.key.map { !known.contains($0) } ?? true }
        guard all.isEmpty else {
            throw ConfigurationError(problems: all.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
        }
        return configuration
    }

    private func existing(_ path: String, namedBy source: String) throws(ConfigurationError) -> String {
        guard FileManager.default.fileExists(atPath: path) else {
            throw unreadable(path, "does not exist, but \(source) names it", "Create it, or leave \(source) out")
        }
        return path
    }

    private func unreadable(_ file: String, _ wrong: String, _ right: String) -> ConfigurationError {
        ConfigurationError(problems: [
            ConfigurationProblem(
                kind: .unreadableFile, file: file, line: nil, key: nil, wrong: wrong, right: right)
        ])
    }
}
