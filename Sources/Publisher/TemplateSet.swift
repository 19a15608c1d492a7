import Mustache

/// The templates of the pages and the assets they name, read and checked once.
struct TemplateSet: Sendable {
    /// The templates every folder must have; others are parts of these.
    enum Page: String, CaseIterable, Sendable {
        case board, player, index, accuracy, dumps, feed, sitemap, robots, notFound = "404"
        case serviceWorker = "service-worker"
    }

    let assets: AssetSet
    /// What the templates say, in every language there is.
    let catalogues: [Language: Catalogue]
    private let libraries: [Language: MustacheLibrary]

    /// - Throws: naming the file and the line of the first mistake: a tag that does not close, a name or part that does
    ///   not exist, a tag that would print text unescaped, an asset that is not there.
    init(folder: String) throws(PublisherError) {
        let names = try FileSystem.names(in: folder).filter { $0.hasSuffix(Self.suffix) }
        let parts = Set(names.map { String($0.dropLast(Self.suffix.count)) })
        for page in Page.allCases where !parts.contains(page.rawValue) {
            throw PublisherError(.template, item: "\(folder)/\(page.rawValue)\(Self.suffix)", problem: "is missing")
        }
        let words = try CatalogueSet(folder: "\(folder)/words")
        let assets = try AssetSet(folder: "\(folder)/assets") { words.scripts(for: $0) }
        var libraries: [Language: MustacheLibrary] = [:]
        for (language, catalogue) in words.catalogues {
            var templates: [String: MustacheTemplate] = [:]
            for part in parts.sorted() {
                let path = "\(folder)/\(part)\(Self.suffix)"
                let source = try TemplateWords(catalogue: catalogue, path: path)
                    .resolve(String(decoding: try FileSystem.read(path), as: UTF8.self))
                try TemplateCheck(path: path, parts: parts).check(source)
                templates[part] = try Self.parse(try assets.resolve(source, path: path), path: path)
            }
            libraries[language] = MustacheLibrary(templates: templates)
        }
        self.assets = assets
        catalogues = words.catalogues
        self.libraries = libraries
    }

    func render(
        _ page: Page, _ context: PageContext, in language: Language = .english
    ) throws(PublisherError) -> [UInt8] {
        guard let text = libraries[language]?.render(context, withTemplate: page.rawValue) else {
            throw PublisherError(.template, item: page.rawValue, problem: "is missing")
        }
        return Array(text.utf8)
    }

    private static let suffix = ".mustache"

    private static func parse(_ source: String, path: String) throws(PublisherError) -> MustacheTemplate {
        do {
            return try MustacheTemplate(string: source)
        } catch let error as MustacheTemplate.ParserError {
            throw PublisherError(
                .template, item: "\(path):\(error.context.lineNumber)", problem: "\(error.error)", underlying: error)
        } catch {
            throw PublisherError(.template, item: path, problem: "cannot be read", underlying: error)
        }
    }
}
