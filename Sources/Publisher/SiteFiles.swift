import Rankings

/// The files of the site itself: the list of boards, its JSON, feed and sitemap, the page for what is not there, styles
/// and scripts.
package enum SiteFiles {
    /// Renders the site's own files. Publish them after the editions they name.
    ///
    /// - Throws: where a template cannot be rendered.
    package static func make(_ site: SiteOverview, renderer: PageRenderer) throws(PublisherError) -> EditionFiles {
        let manifest = ManifestDocument(site: site)
        let feed = try renderer.feed(site).map {
            OutputFile(path: OutputPath.feed, bytes: $0, kind: .mutable, contentType: .atom)
        }
        let sitemap = try renderer.sitemap(site).map {
            OutputFile(path: OutputPath.sitemap, bytes: $0, kind: .mutable, contentType: .xml)
        }
        let calendar = EventCalendar(site: site, title: renderer.siteTitle, address: renderer.address)
        let accuracy = try accuracyFiles(site.scored, renderer: renderer)
        return EditionFiles(
            dependencies: renderer.assets + [
                OutputFile(
                    path: OutputPath.notFound, bytes: try renderer.notFoundPage(), kind: .mutable, contentType: .html),
                renderer.appManifest,
                OutputFile(
                    path: OutputPath.robots, bytes: try renderer.robots(), kind: .mutable, contentType: .text),
                OutputFile(
                    path: OutputPath.serviceWorker, bytes: try renderer.serviceWorker(), kind: .mutable,
                    contentType: .javascript),
            ],
            roots: accuracy + [feed, sitemap].compactMap { $0 } + (try renderer.sitePages(site)) + [
                OutputFile(
                    path: OutputPath.calendar, bytes: calendar.bytes, kind: .mutable, contentType: .calendar),
                OutputFile(
                    path: OutputPath.manifest, bytes: manifest.bytes, kind: .mutable, contentType: .json),
            ])
    }

    /// Page and document of each game whose forecasts were judged, by its name.
    private static func accuracyFiles(
        _ scored: [ScoredBoard], renderer: PageRenderer
    ) throws(PublisherError) -> [OutputFile] {
        var files: [OutputFile] = []
        for (game, boards) in Dictionary(grouping: scored, by: \.game).sorted(by: { $0.key.rawValue < $1.key.rawValue })
        {
            files += [
                OutputFile(
                    path: OutputPath.accuracyPage(of: game), bytes: try renderer.accuracyPage(boards, of: game),
                    kind: .mutable, contentType: .html),
                OutputFile(
                    path: OutputPath.accuracyDocument(of: game),
                    bytes: AccuracyDocument(game: game, boards: boards).bytes, kind: .mutable, contentType: .json),
            ]
        }
        return files
    }
}
