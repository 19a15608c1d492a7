/// The files of the site itself: the list of boards, its JSON, the page for what is not there, styles and scripts.
package enum SiteFiles {
    /// Renders the site's own files. Publish them after the editions they name.
    ///
    /// - Throws: where a template cannot be rendered.
    package static func make(_ site: SiteOverview, renderer: PageRenderer) throws(PublisherError) -> EditionFiles {
        let manifest = ManifestDocument(site: site)
        return EditionFiles(
            dependencies: renderer.assets + [
                OutputFile(
                    path: OutputPath.notFound, bytes: try renderer.notFoundPage(), kind: .mutable, contentType: .html)
            ],
            roots: [
                OutputFile(
                    path: OutputPath.index, bytes: try renderer.sitePage(site), kind: .mutable, contentType: .html),
                OutputFile(
                    path: OutputPath.manifest, bytes: manifest.bytes, kind: .mutable, contentType: .json),
            ])
    }
}
