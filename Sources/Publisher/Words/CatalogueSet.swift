/// The catalogues of a folder, each with the same keys and the same `{names}` as the English one.
struct CatalogueSet: Sendable {
    let catalogues: [Language: Catalogue]

    /// - Throws: naming the file and the key that one language lacks, has alone, or says with other names.
    init(folder: String) throws(PublisherError) {
        var catalogues: [Language: Catalogue] = [:]
        for name in try FileSystem.names(in: folder) where name.hasSuffix(".json") {
            let language = Language(rawValue: String(name.dropLast(5)))
            catalogues[language] = try Catalogue(language: language, path: "\(folder)/\(name)")
        }
        guard let english = catalogues[.english] else {
            throw PublisherError(.template, item: "\(folder)/en.json", problem: "is missing")
        }
        for (language, catalogue) in catalogues {
            let item = "\(folder)/\(language).json"
            for (key, text) in english.texts.sorted(by: { $0.key < $1.key }) {
                guard let other = catalogue.texts[key] else {
                    throw PublisherError(.template, item: item, problem: "lacks \"\(key)\"")
                }
                guard Catalogue.names(in: other) == Catalogue.names(in: text) else {
                    throw PublisherError(.template, item: item, problem: "has other names in \"\(key)\" than en.json")
                }
            }
            for key in catalogue.texts.keys.sorted() where english.texts[key] == nil {
                throw PublisherError(.template, item: item, problem: "has \"\(key)\", which en.json lacks")
            }
        }
        self.catalogues = catalogues
    }

    /// A script for each language with the words that scripts ask for, by its name in `assets/`: those whose key stands
    /// in quotes in one of the scripts.
    func scripts(for sources: some Sequence<String>) -> [String: [UInt8]] {
        // What stands between two quotes, and between one pair and the next, which is no key.
        var quoted = Set<String>()
        for source in sources {
            for part in source.utf8.split(separator: UInt8(ascii: "\"")) { quoted.insert(String(Substring(part))) }
        }
        var scripts: [String: [UInt8]] = [:]
        for (language, catalogue) in catalogues {
            var writer = JSONWriter()
            writer.object { writer in
                for (key, text) in catalogue.texts.sorted(by: { $0.key < $1.key }) where quoted.contains(key) {
                    writer.name(key)
                    writer.string(text)
                }
            }
            scripts["words-\(language.folder).js"] = Array("export default ".utf8) + writer.bytes + Array(";\n".utf8)
        }
        return scripts
    }
}
