package import Rankings

extension SeriesDay {
    /// Writes a day's files.
    ///
    /// - Parameters:
    ///   - samples: of all slots of the day that `SeriesSchedule` samples, oldest first, at least one.
    ///   - players: everyone who was on the board that day.
    ///   - names: of those who have one, the last.
    package static func make(
        of board: BoardID, samples: [Standing], players: Set<Pseudonym>, names: [Pseudonym: String]
    ) -> (day: SeriesDay, files: [OutputFile]) {
        guard let first = samples.first else { preconditionFailure("a day of a board has at least one sample") }
        let bytes = JSONWriter.document(capacity: expectedBytes) { writer in
            writer.field("v", SeriesDocument.version)
            writer.field("board", board.description)
            writer.field("every", SeriesSchedule.minutes * 60)
            SeriesColumns(samples: samples).write(to: &writer)
        }
        let series = ContentHash.of(bytes)
        let named = NamesDocument(players: players, names: names)
        return (
            SeriesDay(day: SeriesSchedule.day(of: first.slot), series: series, names: named.hash),
            [
                OutputFile(
                    path: OutputPath.series(of: board, hash: series), bytes: bytes, kind: .immutable,
                    contentType: .json),
                OutputFile(
                    path: OutputPath.names(of: board, hash: named.hash), bytes: named.bytes, kind: .immutable,
                    contentType: .json, effort: .careful),
            ]
        )
    }

    /// A hundred players and twenty borders at 96 samples, in bytes.
    private static let expectedBytes = 80_000
}
