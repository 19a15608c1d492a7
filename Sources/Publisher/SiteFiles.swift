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
        return EditionFiles(
            dependencies: renderer.assets + [
                OutputFile(
                    path: OutputPath.notFound, bytes: try renderer.notFoundPage(), kind: .mutable, contentType: .html),
                OutputFile(
                    path: OutputPath.robots, bytes: try renderer.robots(), kind: .mutable, contentType: .text),
                OutputFile(
                    path: OutputPath.serviceWorker, bytes: try renderer.serviceWorker(), kind: .mutable,
                    contentType: .javascript),
            ],
            roots: [feed, sitemap].compactMap { $0 } + [
                OutputFile(
                    path: OutputPath.index, bytes: try renderer.sitePage(site), kind: .mutable, contentType: .html),
                OutputFile(
                    path: OutputPath.manifest, bytes: manifest.bytes, kind: .mutable, contentType: .json),
            ])
    }
}
