package import Rankings

/// Renders the pages from the templates of a folder. Loaded once, used for every edition.
package struct PageRenderer: Sendable {
    /// Styles and scripts that the pages name by hash; published before any page.
    package var assets: [OutputFile] { templates.assets.files }

    private let templates: TemplateSet
    private let base: String
    /// What the site is called.
    package let siteTitle: String
    /// What games are called.
    package let games: GameNames
    private let siteURL: String?
    /// Where somebody asks for their removal; nil where none is said.
    private let contact: String?

    /// - Parameters:
    ///   - folder: `Templates/`, with `board`, `index` and `404` and a folder `assets`.
    ///   - siteTitle: what the site is called, at the top of every page.
    ///   - siteURL: the public address without a slash at its end, for canonical links; nil leaves them out.
    ///   - contact: the address for who wants to be removed: `mailto:` or a page; nil leaves the link out.
    ///   - base: the path the output folder is served under, with `/` at both ends.
    ///   - games: what games are called; one without a name is called by its id.
    /// - Throws: naming file and line of what is wrong with a template.
    package init(
        templates folder: String, siteTitle: String = "Borderline", siteURL: String? = nil, contact: String? = nil,
        base: String = "/", games: GameNames = GameNames()
    ) throws(PublisherError) {
        precondition(base.hasPrefix("/") && base.hasSuffix("/"), "the base path starts and ends with a slash")
        templates = try TemplateSet(folder: folder)
        self.base = base
        self.siteTitle = siteTitle
        self.games = games
        self.siteURL = siteURL
        self.contact = contact
    }

    /// `e/<event>/<board>/index.html` and, for each further language, `e/<event>/<board>/<language>/index.html`:
    /// complete without a script.
    func boardPages(_ edition: Edition) throws(PublisherError) -> [OutputFile] {
        let folder = "\(OutputPath.folder(of: edition.board.id))/"
        return try pages(at: folder, in: edition.languages) { place throws(PublisherError) in
            try boardPage(edition, at: place)
        }
    }

    /// `e/<event>/<board>/p/<player>.html`, and `e/<event>/<board>/<language>/p/<player>.html` for each further
    /// language. They are small, many, and new every quarter of an hour: one plain file each.
    package func playerPages(_ report: PlayerReport, in edition: Edition) throws(PublisherError) -> [OutputFile] {
        let folder = "\(OutputPath.folder(of: edition.board.id))/"
        let file = OutputPath.page(of: report.player)
        return try pages(at: folder, file: file, in: edition.languages, codings: [.identity]) {
            place throws(PublisherError) in
            let words = try words(of: place.language)
            let context = PlayerPage(
                report: report, edition: edition, place: place, words: words, games: games
            ).context
            let path = place.path(of: folder, in: place.language) + file
            return try templates.render(.player, titled(context, path: path), in: place.language)
        }
    }

    /// The page of a board in its first language.
    package func boardPage(_ edition: Edition) throws(PublisherError) -> [UInt8] {
        try boardPage(edition, at: place(edition.languages[0], of: edition.languages))
    }

    private func boardPage(_ edition: Edition, at place: PagePlace) throws(PublisherError) -> [UInt8] {
        let words = try words(of: place.language)
        var context = BoardPage(edition: edition, place: place, words: words, games: games).context
        if let address, let forecast = edition.forecast {
            context[.shareImage] = address + OutputPath.shareImage(of: edition.board.id, hash: forecast.document)
        }
        let path = place.path(of: "\(OutputPath.folder(of: edition.board.id))/", in: place.language)
        return try templates.render(.board, titled(context, path: path), in: place.language)
    }

    /// `index.html`, and `<language>/index.html` for each further language: what runs, and what is over.
    func sitePages(_ site: SiteOverview) throws(PublisherError) -> [OutputFile] {
        try pages(at: "", in: site.languages) { place throws(PublisherError) in
            let words = try words(of: place.language)
            let context = SitePage(site: site, place: place, words: words, games: games).context
            return try templates.render(
                .index, titled(context, path: place.path(of: "", in: place.language)), in: place.language)
        }
    }

    private func pages(
        at folder: String, file: String = OutputPath.index, in languages: [Language],
        codings: [Coding] = Coding.allCases, render: (PagePlace) throws(PublisherError) -> [UInt8]
    ) throws(PublisherError) -> [OutputFile] {
        var files: [OutputFile] = []
        for language in languages {
            let place = place(language, of: languages)
            files.append(
                OutputFile(
                    path: place.path(of: folder, in: language) + file, bytes: try render(place), kind: .mutable,
                    contentType: .html, codings: codings))
        }
        return files
    }

    private func place(_ language: Language, of languages: [Language] = [.english]) -> PagePlace {
        PagePlace(
            base: base, language: language, languages: languages,
            names: templates.catalogues.mapValues { $0[.language] }, address: address)
    }

    /// - Throws: where there is no catalogue.
    private func words(of language: Language) throws(PublisherError) -> Catalogue {
        guard let words = templates.catalogues[language] else {
            throw PublisherError(.template, item: "words/\(language).json", problem: "is missing")
        }
        return words
    }

    /// `dumps/index.html`: what analysts can fetch.
    package func dumpsPage(_ index: DumpIndex) throws(PublisherError) -> [UInt8] {
        try templates.render(
            .dumps, titled(DumpsPage(index: index, base: base, games: games).context, path: "\(OutputPath.dumps)/"))
    }

    /// `accuracy/<game>/index.html`: how good the forecasts of the game were.
    package func accuracyPage(_ boards: [ScoredBoard], of game: GameID) throws(PublisherError) -> [UInt8] {
        try templates.render(
            .accuracy,
            titled(
                AccuracyPage(game: game, name: games[game], boards: boards, base: base).context,
                path: "\(OutputPath.accuracy(of: game))/")
        )
    }

    /// `404.html`.
    package func notFoundPage() throws(PublisherError) -> [UInt8] {
        let words = try words(of: .english)
        var context = place(.english).context(path: "")
        context[.title] = words[.missingTitle]
        context[.description] = words[.missingDescription]
        return try templates.render(.notFound, titled(context, path: nil))
    }

    /// `feed.atom`: events that begin, and results that are out; nil where the site's address is not known.
    package func feed(_ site: SiteOverview) throws(PublisherError) -> [UInt8]? {
        guard let address else { return nil }
        return try templates.render(.feed, titled(EventFeed(site: site, address: address).feed, path: ""))
    }

    /// `sitemap.xml`: every page; nil where the site's address is not known.
    package func sitemap(_ site: SiteOverview) throws(PublisherError) -> [UInt8]? {
        guard let address else { return nil }
        return try templates.render(.sitemap, EventFeed(site: site, address: address).sitemap)
    }

    /// `robots.txt`: everything may be read, and where the sitemap is.
    package func robots() throws(PublisherError) -> [UInt8] {
        try templates.render(.robots, titled(PageContext(), path: ""))
    }

    /// `service-worker.js`: keeps the last edition in the browser.
    package func serviceWorker() throws(PublisherError) -> [UInt8] {
        try templates.render(.serviceWorker, PageContext())
    }

    /// `site.webmanifest`: what makes the site an app that can be installed.
    var appManifest: OutputFile {
        let icon = assets.first { $0.path.hasPrefix("assets/mark.") }?.path ?? ""
        return OutputFile(
            path: OutputPath.appManifest, bytes: AppManifest(title: siteTitle, base: base, icon: icon).bytes,
            kind: .mutable, contentType: .webManifest)
    }

    /// The public address of the output folder, with a slash at the end.
    package var address: String? { siteURL.map { $0 + base } }

    /// - Parameter path: where the page is below the base; nil for a page that answers many addresses.
    private func titled(_ context: PageContext, path: String?) -> PageContext {
        var context = context
        context[.siteTitle] = siteTitle
        context[.contact] = contact
        if context[.home] == nil { context[.home] = base }
        if let address, let path { context[.canonical] = address + path }
        return context
    }
}
