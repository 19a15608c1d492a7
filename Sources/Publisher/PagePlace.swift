/// Where a page is: below which path, in which language, and in which others it is there too.
struct PagePlace {
    /// The path the output folder is served under.
    let base: String
    let language: Language
    /// In which the page is there; the first at the plain address, each further one in a folder of its own.
    let languages: [Language]
    /// What each language calls itself.
    let names: [Language: String]
    /// The public address of the base; nil where it is not known.
    let address: String?

    /// What every page has: its base, the way home, and its other languages.
    ///
    /// - Parameters:
    ///   - path: of the folder below the base that holds the page and those of other languages, with a slash at its
    ///     end unless it is the base itself.
    ///   - file: where the page is in the folder of a language.
    func context(path: String, file: String = "") -> PageContext {
        var context = PageContext()
        context[.base] = base
        context[.home] = self.address(of: "", in: language)
        context.set(.hasLanguages, languages.count > 1)
        context.set(
            .languages,
            languages.map { other in
                var entry = PageContext()
                entry[.code] = other.rawValue
                entry[.name] = names[other] ?? other.rawValue
                entry[.href] = self.address(of: path, in: other) + file
                entry[.absolute] = address.map { $0 + self.path(of: path, in: other) + file } ?? entry[.href]
                entry.set(.isCurrent, other == language)
                return entry
            })
        return context
    }

    /// The path of a page for links.
    func address(of path: String, in language: Language) -> String { base + self.path(of: path, in: language) }

    /// Below the base.
    func path(of path: String, in language: Language) -> String {
        languages.first == language || !languages.contains(language) ? path : "\(path)\(language.folder)/"
    }
}
