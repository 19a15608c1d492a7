import ArgumentParser
import Recording
import SimulatedGame

/// Which recorded events are to be shown again, if any.
struct ReplayOptions: ParsableArguments {
    @Option(help: "Show recorded events from this folder, which holds events.csv.gz and borders.csv.gz.")
    var replay: String?

    @Option(help: "An event of the recording, e.g. sekai-kr-126; may be given several times.")
    var event: [String] = []

    @Option(help: "Minutes between the client's slots: each observation is shown from the start of its slot.")
    var interval: Int = 1

    func validate() throws {
        guard (replay == nil) == event.isEmpty else {
            throw ValidationError("--replay needs at least one --event, and --event needs --replay.")
        }
    }

    /// The recorded world; nil where none is asked for.
    func world() throws -> RecordedWorld? {
        guard let replay else { return nil }
        let archive = RecordingArchive(
            events: try UnreadableFile.read("\(replay)/\(RecordingArchive.eventsFile)"),
            borders: try UnreadableFile.read("\(replay)/\(RecordingArchive.bordersFile)"))
        return try RecordedWorld(
            boards: archive.boards(ofEvents: event), interval: SlotInterval(minutes: interval))
    }
}
