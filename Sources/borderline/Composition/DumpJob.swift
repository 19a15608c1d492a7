import Dumps
import Foundation
import Logging
import Pipeline
import Publisher
import Rankings
import Settings
import Storage
import Telemetry

/// Writes dumps of events below the output folder, and the index of them.
struct DumpJob: Sendable {
    /// Which events are dumped; those without a slot that has an outcome never are.
    enum Selection: Sendable {
        /// Events that are over and have no last dump yet.
        case closed
        /// Those, and events that still run.
        case live
        /// Those of the events that have a dump: what was removed from the store leaves the dumps too.
        case dumped(among: Set<EventID>)
        case all
        case named([EventID])
    }

    /// A dump that was made.
    struct Made: Sendable {
        let event: EventID
        let summary: DumpSummary
        let duration: Duration
    }

    /// What was done; events that failed are logged.
    struct Report: Sendable {
        var made: [Made] = []
        var failed = 0
    }

    private let parts: Composition
    private let folder: String
    private let catalogue: DumpCatalogue

    init(_ parts: Composition) {
        self.parts = parts
        folder = "\(parts.workplace.configuration.output)/\(OutputPath.dumps)"
        catalogue = DumpCatalogue(folder: folder)
    }

    /// Dumps the events and publishes the index. An event that fails holds no other back.
    ///
    /// - Parameter keepsPrevious: leaves each event's dump before this one for readers that are on their way; false
    ///   where it holds what must be published no longer.
    /// - Throws: where an event that is named has no history.
    func run(_ selection: Selection, keepsPrevious: Bool = true) async throws -> Report {
        var report = Report()
        var previous: [EventID: DumpName] = [:]
        for boards in try await events(selection) {
            let event = boards[0].event.id
            do {
                previous[event] = try await catalogue.newest(of: event)
                report.made.append(try await make(of: boards))
            } catch let error as CancellationError {
                throw error
            } catch {
                report.failed += 1
                parts.workplace.logger.error(
                    "event not dumped", metadata: .keyed([.event: "\(event)", .reason: "\(error)"]))
            }
        }
        if report.made.isEmpty { try await publishIndexIfMissing() } else { try await publishIndex() }
        // After the index: until then readers are led to the dumps before.
        for made in report.made {
            let pruned = folderFiles(of: made.event)
            try await catalogue.prune(
                made.event, keeping: made.summary.name, previous: keepsPrevious ? previous[made.event] : nil)
            try await parts.folderPurges?.queue(pruned.subtracting(folderFiles(of: made.event)).sorted())
        }
        return report
    }

    /// Publishes the index of the dumps there are where there is none, so that no link to it leads nowhere.
    func publishIndexIfMissing() async throws {
        if FileManager.default.fileExists(atPath: "\(folder)/index.html") { return }
        try await publishIndex()
    }

    private func publishIndex() async throws {
        var items: [DumpIndex.Item] = []
        for boards in try await boardsByEvent() {
            let event = boards[0].event
            let summary = try await catalogue.summary(of: event.id)
            items.append(DumpIndex.Item(event: event, dump: summary.map { DumpIndex.Dump($0, of: event.id) }))
        }
        let files = try DumpIndexFiles.make(DumpIndex(items: items), renderer: parts.renderer)
        try await parts.output.site.publish(files)
        try await parts.folderPurges?.queue(files.roots.map(\.path))
    }

    /// Every file of an event's dumps, below the output folder; empty where no cache is told of them.
    private func folderFiles(of event: EventID) -> Set<String> {
        guard parts.folderPurges != nil else { return [] }
        let paths = FileManager.default.subpaths(atPath: "\(folder)/\(event)") ?? []
        return Set(
            paths.filter { $0.contains("/") && !$0.hasPrefix(".") }.map { "\(OutputPath.dumps)/\(event)/\($0)" })
    }

    /// The boards of each event, newest event first.
    private func boardsByEvent() async throws -> [[StoredBoard]] {
        var events: [[StoredBoard]] = []
        for stored in try await parts.store.boards() {
            if events.last?.first?.event.id == stored.event.id {
                events[events.count - 1].append(stored)
            } else {
                events.append([stored])
            }
        }
        return events
    }

    private func events(_ selection: Selection) async throws -> [[StoredBoard]] {
        var chosen: [[StoredBoard]] = []
        for boards in try await boardsByEvent() {
            let event = boards[0].event.id
            let isOver = boards.allSatisfy(\.isSettled)
            let newest = try await catalogue.newest(of: event)
            let hasFinal = newest?.isComplete ?? false
            let isChosen =
                switch selection {
                case .closed: isOver && !hasFinal
                case .live: !isOver || !hasFinal
                case .dumped(let among): newest != nil && among.contains(event)
                case .all: true
                case .named(let names): names.contains(event)
                }
            if isChosen, try await hasHistory(boards) { chosen.append(boards) }
        }
        if case .named(let names) = selection {
            for name in names where !chosen.contains(where: { $0[0].event.id == name }) {
                throw CommandError("no history of an event \(name): `borderline history events` lists them")
            }
        }
        return chosen
    }

    private func hasHistory(_ boards: [StoredBoard]) async throws -> Bool {
        for stored in boards where try await parts.store.newestEdition(of: stored.board.id) != nil { return true }
        return false
    }

    private func make(of boards: [StoredBoard]) async throws -> Made {
        let began = ContinuousClock.now
        let event = boards[0].event
        let settings = parts.workplace.configuration.dumps
        let terms = DumpTerms(
            licence: settings.licence.map { DumpLicence(name: $0, path: settings.licenceURL) },
            homepage: parts.workplace.configuration.site.url)
        let writer = try DumpWriter(event, in: folder, terms: terms)
        do {
            for stored in boards { try await write(stored, to: writer) }
            _ = try await writer.finish(expander: try expander())
        } catch {
            try await writer.discard()
            throw error
        }
        guard let summary = try await catalogue.summary(of: event.id) else {
            throw CommandError("the dump of \(event.id) went away while it was made")
        }
        let made = Made(event: event.id, summary: summary, duration: .now - began)
        parts.workplace.logger.info(
            "event dumped",
            metadata: .keyed([
                .event: "\(made.event)", .task: "\(summary.name)", .bytes: "\(summary.bytes)",
                .count: "\(summary.observations)", .durationMilliseconds: "\(made.duration.wholeMilliseconds)",
            ]))
        return made
    }

    private func write(_ stored: StoredBoard, to writer: DumpWriter) async throws {
        let board = stored.board.id
        try await writer.begin(stored.board, isSettled: stored.isSettled)
        guard let newest = try await parts.store.newestEdition(of: board)?.slot else { return }
        var outcomes: [SlotOutcome] = []
        try await parts.store.forEachRecord(of: board, through: newest) { records in
            try Task.checkCancellation()
            outcomes += records.map(\.outcome)
            try await writer.add(records)
        }
        try await writer.add(try await parts.store.forecasts(of: board, through: newest))
        await writer.end(board, gaps: SlotGap.gaps(in: outcomes))
    }

    private func expander() throws -> [UInt8] {
        let path = try parts.workplace.share.path(of: "Templates/\(DumpFiles.expander)")
        guard let script = FileManager.default.contents(atPath: path) else {
            throw CommandError("\(path) cannot be read")
        }
        return [UInt8](script)
    }
}

extension DumpIndex.Dump {
    fileprivate init(_ summary: DumpSummary, of event: EventID) {
        self.init(
            path: "\(OutputPath.dumps)/\(event)/\(summary.name)", through: summary.through,
            isComplete: summary.isComplete, observations: summary.observations, knownIssues: summary.knownIssues,
            licence: summary.licence?.name, licenceURL: summary.licence?.path,
            files: summary.files.map { File(name: $0.name, bytes: $0.bytes) })
    }
}
