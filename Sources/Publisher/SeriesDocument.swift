package import Rankings

/// `series/<hash>.json` as `latest.json` names it: the days of a board that are over by their hashes, and the day that
/// runs. A pure function of the newest sample.
package struct SeriesDocument: Sendable {
    static let version = 1

    /// The hash of the document.
    package let hash: String
    /// The document and the names of the running day.
    package let files: [OutputFile]

    /// - Parameters:
    ///   - days: those that are over, oldest first.
    ///   - samples: of the running day, oldest first.
    ///   - players: everyone who was on the board in the running day.
    ///   - names: of those who have one, the last.
    package init(
        of board: BoardID, days: [SeriesDay], samples: [Standing], players: Set<Pseudonym>, names: [Pseudonym: String]
    ) {
        let named = NamesDocument(players: players, names: names)
        let bytes = JSONWriter.document(capacity: Self.expectedBytes) { writer in
            writer.field("v", Self.version)
            writer.field("board", board.description)
            writer.field("every", SeriesSchedule.minutes * 60)
            writer.arrayField("days") { writer in
                for day in days {
                    writer.object { writer in
                        writer.field("from", day.day.unixSeconds)
                        writer.field("series", day.series)
                        writer.field("names", day.names)
                    }
                }
            }
            writer.objectField("today") { writer in
                SeriesColumns(samples: samples).write(to: &writer)
                writer.field("names", named.hash)
            }
        }
        hash = ContentHash.of(bytes)
        files = [
            OutputFile(
                path: OutputPath.names(of: board, hash: named.hash), bytes: named.bytes, kind: .immutable,
                contentType: .json),
            OutputFile(
                path: OutputPath.series(of: board, hash: hash), bytes: bytes, kind: .immutable, contentType: .json,
                effort: .quick),
        ]
    }

    /// A running day at noon, in bytes.
    private static let expectedBytes = 40_000
}
