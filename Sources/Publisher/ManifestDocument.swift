import Rankings

/// `manifest.json`: where every live and recent board is, and how late editions come.
struct ManifestDocument: Sendable {
    static let version = 1

    let bytes: [UInt8]

    init(site: SiteOverview) {
        bytes = JSONWriter.document(capacity: Self.expectedBytes) { writer in
            writer.field("v", Self.version)
            writer.field("slot", site.slot.unixSeconds)
            writer.field("publication_delay_p90_ms", site.publicationDelay?.wholeMilliseconds)
            writer.arrayField("events") { writer in
                for event in site.live + site.past { Self.write(event, to: &writer) }
            }
        }
    }

    private static func write(_ event: SiteEvent, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("event", event.event.id.rawValue)
            writer.field("game", event.event.game.rawValue)
            writer.field("name", event.event.name)
            writer.field("kind", event.event.kind)
            writer.arrayField("boards") { writer in
                for board in event.boards { write(board, to: &writer) }
            }
        }
    }

    private static func write(_ board: SiteBoard, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("board", board.board.id.description)
            writer.field("path", "\(OutputPath.folder(of: board.board.id))/")
            writer.field("title", board.board.title)
            writer.field("phase", board.phase.rawValue)
            writer.field("slot", board.slot.unixSeconds)
            writer.field("next", board.next?.unixSeconds)
            writer.field("starts", board.board.times.starts.unixSeconds)
            writer.field("ends", board.board.times.ends.unixSeconds)
        }
    }

    private static let expectedBytes = 4_000
}
