import ArgumentParser
import Foundation
import Rankings
import Recording
import SimulatedGame
import Timekeeping

/// `export`: writes invented events as a tracker would have recorded them.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write finished invented events as recordings, observed each full hour.",
        discussion: "The same options give the same bytes. What is written can be served again by serve --replay.")

    @OptionGroup(title: "Invented events")
    var synthetic: SyntheticOptions

    @Option(help: "How many events, the newest that have finished.")
    var events: Int = 5

    @Option(
        help: "Only what had happened by this instant, ISO 8601 with a zone (default: now).",
        transform: Arguments.instant)
    var before: Instant?

    @Flag(help: "Also write the running event, as far as it has come.")
    var live = false

    @Option(help: "The folder to write events.csv.gz and borders.csv.gz to; made where it is missing.")
    var out: String

    func validate() throws {
        guard (0...SyntheticCalendar.lastNumber).contains(events) else {
            throw ValidationError("--events must be 0 to \(SyntheticCalendar.lastNumber).")
        }
    }

    func run() throws {
        let boards = SyntheticRecording.boards(
            of: try synthetic.world(), finished: events, before: before ?? SystemTime().now(), includesLive: live)
        let archive = try RecordingArchive(boards: boards)
        do {
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        } catch {
            throw UnreadableFile(path: out, underlying: error)
        }
        try UnreadableFile.write(archive.events, to: "\(out)/\(RecordingArchive.eventsFile)")
        try UnreadableFile.write(archive.borders, to: "\(out)/\(RecordingArchive.bordersFile)")
        let observations = boards.reduce(0) { $0 + $1.observations.count }
        print("wrote \(Set(boards.map(\.event)).count) events, \(boards.count) boards, \(observations) observations")
    }
}
