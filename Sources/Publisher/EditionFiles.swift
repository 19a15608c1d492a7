import Rankings

/// The files of one edition: what its roots name, and the roots.
package struct EditionFiles: Hashable, Sendable {
    /// Written, and on disk, before any root.
    package let dependencies: [OutputFile]
    /// In the order in which they become visible; `latest.json` comes last.
    package let roots: [OutputFile]
    /// Whose roots they are, and of when; nil for files of other kinds than an edition's.
    package let place: EditionPlace?

    /// - Parameter place: nil for files of other kinds than an edition's; an edition's own come from `make`.
    package init(dependencies: [OutputFile], roots: [OutputFile], place: EditionPlace? = nil) {
        self.dependencies = dependencies
        self.roots = roots
        self.place = place
    }

    /// Renders an edition. Its forecast, if it has one, was published before by `ForecastFiles`.
    ///
    /// - Parameter effort: with which `latest.json` and the names are compressed; its minute is the same file.
    package static func make(
        _ edition: Edition, renderer: PageRenderer, effort: OutputFile.Effort = .careful
    ) throws(PublisherError) -> EditionFiles {
        let board = edition.board.id
        let names = NamesDocument(standing: edition.standing)
        let latest = LatestDocument(edition: edition, names: names).bytes
        let pages = try renderer.boardPages(edition)
        return EditionFiles(
            dependencies: [
                OutputFile(
                    path: OutputPath.names(of: board, hash: names.hash), bytes: names.bytes, kind: .immutable,
                    contentType: .json, effort: effort),
                OutputFile(
                    path: OutputPath.minute(of: board, slot: edition.slot), bytes: latest, kind: .immutable,
                    contentType: .json, effort: effort),
            ],
            roots: pages + [
                OutputFile(
                    path: OutputPath.latest(of: board), bytes: latest, kind: .mutable, contentType: .json,
                    effort: effort)
            ],
            place: EditionPlace(board: board, slot: edition.slot))
    }
}
