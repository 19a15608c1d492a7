import Compression

/// A recording as it lies on disk: two gzipped tables.
package struct RecordingArchive: Hashable, Sendable {
    package static let eventsFile = "events.csv.gz"
    package static let bordersFile = "borders.csv.gz"
    /// Beyond this a table is not unpacked: a hundred times the recordings known, and still within a small machine.
    private static let limitBytes = 512 << 20

    /// The content of `eventsFile` and of `bordersFile`.
    package let events: [UInt8]
    package let borders: [UInt8]

    package init(events: [UInt8], borders: [UInt8]) {
        self.events = events
        self.borders = borders
    }

    /// The same boards give the same bytes.
    ///
    /// - Throws: `malformedFile` where a table is too large to be packed.
    package init(boards: [RecordedBoard]) throws(RecordingError) {
        do throws(CompressionError) {
            events = try Gzip.compress(RecordingWriter.events(boards))
            borders = try Gzip.compress(RecordingWriter.borders(boards))
        } catch {
            throw RecordingError(.malformedFile, item: "recording", problem: "cannot be packed: \(error)")
        }
    }

    /// The boards of the named events, in the order of the names.
    ///
    /// - Throws: `malformedFile` with the file and line; `unknownEvent` with the events there are.
    package func boards(ofEvents names: [String]) throws(RecordingError) -> [RecordedBoard] {
        try RecordingReader.boards(
            ofEvents: names, events: Self.unpacked(events, file: Self.eventsFile),
            borders: Self.unpacked(borders, file: Self.bordersFile))
    }

    /// Every board of the recording, in the order of the file.
    ///
    /// - Throws: `malformedFile` with the file and line.
    package func boards() throws(RecordingError) -> [RecordedBoard] {
        try RecordingReader.boards(
            ofEvents: nil, events: Self.unpacked(events, file: Self.eventsFile),
            borders: Self.unpacked(borders, file: Self.bordersFile))
    }

    private static func unpacked(_ bytes: [UInt8], file: String) throws(RecordingError) -> [UInt8] {
        do throws(CompressionError) {
            return try Gzip.decompress(bytes, limitBytes: limitBytes)
        } catch {
            throw RecordingError(.malformedFile, item: file, problem: "cannot be unpacked: \(error)")
        }
    }
}
