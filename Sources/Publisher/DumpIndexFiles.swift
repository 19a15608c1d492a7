import Rankings

/// The index of the dumps, for people and for programs.
package enum DumpIndexFiles {
    /// Renders both. Publish them after the dumps they name.
    package static func make(_ index: DumpIndex, renderer: PageRenderer) throws(PublisherError) -> EditionFiles {
        EditionFiles(
            dependencies: renderer.assets,
            roots: [
                OutputFile(
                    path: OutputPath.dumpsDocument, bytes: document(index), kind: .mutable, contentType: .json),
                OutputFile(
                    path: OutputPath.dumpsPage, bytes: try renderer.dumpsPage(index), kind: .mutable, contentType: .html
                ),
            ])
    }

    private static let version = 1
    private static let expectedBytes = 8_000

    /// `dumps/index.json`. Instants are Unix seconds, as in every document.
    private static func document(_ index: DumpIndex) -> [UInt8] {
        JSONWriter.document(capacity: expectedBytes) { writer in
            writer.field("v", version)
            writer.arrayField("events") { writer in
                for item in index.items {
                    writer.object { writer in
                        writer.field("event", item.event.id.rawValue)
                        writer.field("game", item.event.game.rawValue)
                        writer.field("name", item.event.name)
                        writer.field("kind", item.event.kind)
                        writer.field("starts", item.event.times.starts.unixSeconds)
                        writer.field("ends", item.event.times.ends.unixSeconds)
                        writer.name("dump")
                        if let dump = item.dump { write(dump, to: &writer) } else { writer.null() }
                    }
                }
            }
        }
    }

    private static func write(_ dump: DumpIndex.Dump, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("path", "\(dump.path)/")
            writer.field("through", dump.through?.unixSeconds)
            writer.field("complete", dump.isComplete)
            writer.field("observations", dump.observations)
            writer.field("known_issues", dump.knownIssues)
            writer.field("licence", dump.licence)
            writer.field("licence_url", dump.licenceURL)
            writer.arrayField("files") { writer in
                for file in dump.files {
                    writer.object { writer in
                        writer.field("name", file.name)
                        writer.field("bytes", file.bytes)
                    }
                }
            }
        }
    }
}
