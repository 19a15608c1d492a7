package import Rankings

/// Renders the pages from the templates of a folder. Loaded once, used for every edition.
package struct PageRenderer: Sendable {
    /// Styles and scripts that the pages name by hash; published before any page.
    package var assets: [OutputFile] { templates.assets.files }

    private let templates: TemplateSet
    private let base: String
    /// What the site is called.
    package let siteTitle: String
    private let siteURL: String?

    /// - Parameters:
    ///   - folder: `Templates/`, with `board`, `index` and `404` and a folder `assets`.
    ///   - siteTitle: what the site is called, at the top of every page.
    ///   - siteURL: the public address without a slash at its end, for canonical links; nil leaves them out.
    ///   - base: the path the output folder is served under, with `/` at both ends.
    /// - Throws: naming file and line of what is wrong with a template.
    package init(
        templates folder: String, siteTitle: String = "Borderline", siteURL: String? = nil, base: String = "/"
    ) throws(PublisherError) {
        precondition(base.hasPrefix("/") && base.hasSuffix("/"), "the base path starts and ends with a slash")
        templates = try TemplateSet(folder: folder)
        self.base = base
        self.siteTitle = siteTitle
        self.siteURL = siteURL
    }

    /// `e/<event>/<board>/index.html`: complete without a script.
    package func boardPage(_ edition: Edition) throws(PublisherError) -> [UInt8] {
        var context = BoardPage(edition: edition, base: base).context
        if let address, let forecast = edition.forecast {
            context[.shareImage] = address + OutputPath.shareImage(of: edition.board.id, hash: forecast.document)
        }
        return try templates.render(.board, titled(context, path: "\(OutputPath.folder(of: edition.board.id))/"))
    }

    /// `index.html`: what runs, and what is over.
    package func sitePage(_ site: SiteOverview) throws(PublisherError) -> [UInt8] {
        try templates.render(.index, titled(SitePage(site: site, base: base).context, path: ""))
    }

    /// `dumps/index.html`: what analysts can fetch.
    package func dumpsPage(_ index: DumpIndex) throws(PublisherError) -> [UInt8] {
        try templates.render(.dumps, titled(DumpsPage(index: index, base: base).context, path: "\(OutputPath.dumps)/"))
    }

    /// `accuracy/<game>/index.html`: how good the forecasts of the game were.
    package func accuracyPage(_ boards: [ScoredBoard], of game: GameID) throws(PublisherError) -> [UInt8] {
        try templates.render(
            .accuracy,
            titled(
                AccuracyPage(game: game, boards: boards, base: base).context, path: "\(OutputPath.accuracy(of: game))/")
        )
    }

    /// `404.html`.
    package func notFoundPage() throws(PublisherError) -> [UInt8] {
        var context = PageContext()
        context[.base] = base
        context[.title] = "Not here"
        context[.description] = "There is no such page."
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

    /// The public address of the output folder, with a slash at the end.
    package var address: String? { siteURL.map { $0 + base } }

    /// - Parameter path: where the page is below the base; nil for a page that answers many addresses.
    private func titled(_ context: PageContext, path: String?) -> PageContext {
        var context = context
        context[.siteTitle] = siteTitle
        if let address, let path { context[.canonical] = address + path }
        return context
    }
}
