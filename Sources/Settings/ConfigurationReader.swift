import Yams

/// Reads the nodes of a file against the table of keys: what is known, of the right type, and there where it must be.
struct ConfigurationReader {
    let file: String
    private(set) var read = ReadValues()
    private(set) var problems: [ConfigurationProblem] = []

    private static let keys = Dictionary(uniqueKeysWithValues: ConfigurationKey.all.map { ($0.path, $0) })
    /// `log`, `database.tls`, `games[]`, … and the top, which is empty.
    private static let sections = Set(ConfigurationKey.all.flatMap { sectionsAround($0.section) })

    init(file: String) { self.file = file }

    /// The section and those it lies in: `games[].mapped.requests[]`, `games[].mapped`, `games[]` and the top.
    private static func sectionsAround(_ section: String) -> [String] {
        guard let dot = section.lastIndex(of: ".") else { return [section, ""] }
        return [section] + sectionsAround(String(section[..<dot]))
    }

    /// The file's root; nil where the file is empty.
    mutating func read(root: Node?) {
        guard let root, !ValueType.isNull(root) else { return }
        readSection(root, path: "", tablePath: "")
    }

    private mutating func readSection(_ node: Node, path: String, tablePath: String) {
        guard let mapping = node.mapping else {
            report(.wrongType("holds no keys", "Write keys with values, one to a line"), key: path, at: node.mark)
            return
        }
        read.sections[path] = .some(node.mark?.line)
        for (key, value) in mapping {
            guard let name = key.string else {
                report(.wrongType("has a key that is no word", "Write a word"), key: path, at: key.mark)
                continue
            }
            let full = Self.join(path, name)
            let table = Self.join(tablePath, name)
            if let known = Self.keys[table] {
                read.keys.insert(full)
                readValue(value, of: known, path: full, key: key)
            } else if Self.sections.contains(table) {
                if !ValueType.isNull(value) { readSection(value, path: full, tablePath: table) }
            } else if Self.sections.contains(table + "[]") {
                readList(value, path: full, tablePath: table + "[]")
            } else {
                report(unknown(name, in: tablePath), key: full, at: key.mark)
            }
        }
        let given = Set(mapping.keys.compactMap(\.string))
        for key in ConfigurationKey.all where key.section == tablePath && key.isRequired && !given.contains(key.name) {
            let right = "Write it, for example \(key.name): \(key.example)"
            report(
                Complaint(kind: .missingKey, wrong: "is missing", right: right), key: Self.join(path, key.name),
                at: node.mark)
        }
    }

    private mutating func readValue(_ node: Node, of key: ConfigurationKey, path: String, key keyNode: Node) {
        guard key.type != .refusedSecret else {
            return report(ValueType.refusal(of: key.name), key: path, at: node.mark ?? keyNode.mark)
        }
        if ValueType.isNull(node) {
            guard key.standard != nil || key.isRequired else { return }
            let right =
                "Write a value, for example \(key.example)"
                + (key.isRequired ? "" : ", or remove the key: then it is \(key.standard ?? "")")
            report(.wrongType("has no value", right), key: path, at: keyNode.mark)
            return
        }
        do {
            read.values[path] = .init(value: try key.type.read(node), line: node.mark?.line)
        } catch {
            report(error, key: path, at: node.mark ?? keyNode.mark)
        }
    }

    private mutating func readList(_ node: Node, path: String, tablePath: String) {
        if ValueType.isNull(node) { return }
        guard let sequence = node.sequence else {
            report(.wrongType("is no list", "Write each element behind a hyphen"), key: path, at: node.mark)
            return
        }
        read.counts[path] = sequence.count
        for (index, element) in sequence.enumerated() {
            readSection(element, path: "\(path)[\(index)]", tablePath: tablePath)
        }
    }

    private func unknown(_ name: String, in section: String) -> Complaint {
        let siblings = Self.names(in: section)
        let elsewhere = ConfigurationKey.all.first { $0.name == name }
        let right =
            NearestWord.find(name, in: siblings).map { "Did you mean \($0)?" }
            ?? elsewhere.map { "Did you mean \($0.path)?" }
            ?? "Known here: \(siblings.joined(separator: ", "))"
        return Complaint(kind: .unknownKey, wrong: "is no key of this program", right: right)
    }

    /// The keys and sections directly within a section, in the order of the table. Refused ones are not offered.
    static func names(in section: String) -> [String] {
        var names: [String] = []
        let prefix = section.isEmpty ? "" : section + "."
        for key in ConfigurationKey.all where key.type != .refusedSecret && key.path.hasPrefix(prefix) {
            let rest = key.path.dropFirst(prefix.count)
            let name = rest.prefix { $0 != "." && $0 != "[" }
            if names.last != String(name) { names.append(String(name)) }
        }
        return names
    }

    private static func join(_ path: String, _ name: String) -> String { path.isEmpty ? name : path + "." + name }

    private mutating func report(_ complaint: Complaint, key: String, at mark: Mark?) {
        problems.append(
            ConfigurationProblem(
                kind: complaint.kind, file: file, line: mark?.line, key: key.isEmpty ? nil : key,
                wrong: complaint.wrong, right: complaint.right))
    }
}
