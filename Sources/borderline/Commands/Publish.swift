import ArgumentParser
import Foundation
import Pipeline
import Publisher
import Rankings
import Settings

struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publishes the editions that readers do not see yet.",
        discussion: """
            --verify compares all that is published with the store, compressed files too, and writes what is missing or
            other than it should be. --all writes everything again. Both may run beside `borderline up`, and do the same
            with the bucket, where one is configured.

            With --as-of it publishes nothing and prints the JSON that was latest.json of a board at a slot, byte for
            byte: borderline publish --as-of 2026-11-20T12:03:00Z sekai-jp-210/main
            """)

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Compare what is published with the store, and repair it.")
    var verify = false

    @Flag(help: "Write everything again.")
    var all = false

    @Option(help: ArgumentHelp("A slot: ISO 8601 with a zone, or Unix seconds.", valueName: "instant"))
    var asOf: Instant?

    @Argument(help: "The board for --as-of, e.g. sekai-jp-210/main.")
    var board: BoardID?

    func validate() throws {
        if (asOf == nil) != (board == nil) { throw ValidationError("--as-of and a board go together") }
        if [verify, all, asOf != nil].count(where: { $0 }) > 1 {
            throw ValidationError("--verify, --all and --as-of exclude each other: give one of them")
        }
    }

    func run() async throws {
        if let asOf, let board { return try await show(board, asOf: asOf) }
        if verify || all { return try await rebuild() }
        let made = try await Composition.run(options) { parts in
            let made = try await RecordedRun(parts).perform(.publish) {
                let settled = try await parts.pipeline.recoverOutput()
                try await Forgetting(workplace: parts.workplace).finish(parts)
                return settled + (try await parts.pipeline.publishAll(at: Slot(containing: parts.time.now())))
            } result: {
                .made($0, "editions")
            }
            try await Sinks(parts).catchUp()
            return made
        }
        print("editions published: \(made)")
    }

    private func show(_ board: BoardID, asOf: Instant) async throws {
        let edition = try await Composition.run(options) { parts in
            try await parts.pipeline.edition(of: board, asOf: Slot(containing: asOf))
        }
        guard let edition else {
            throw CommandError(
                "\(board) has no outcome at \(Slot(containing: asOf)): nothing was published for that slot")
        }
        FileHandle.standardOutput.write(Data(LatestDocument(edition: edition).bytes))
    }

    private func rebuild() async throws {
        let trust: FolderSink.Trust = all ? .nothing : .whatCanBeRead
        let scope: BucketMirror.Scope = all ? .all : .verification
        try await Composition.run(options) { parts in
            let repaired = try await parts.output.site.repair()
            var progress: Progress?
            let report = try await parts.pipeline.rebuild(
                at: Slot(containing: parts.time.now()), trusting: trust
            ) { _, total in
                progress = progress ?? Progress(label: "boards published again", total: total)
                progress?.step()
            }
            try await Forgetting(workplace: parts.workplace).finish(parts)
            tell(report, removed: report.removed + repaired.leftoversRemoved)
            let sinks = Sinks(parts)
            if let bucket = sinks.bucket { tell(try await bucket.repair(scope)) }
            try await sinks.purge?.deliver()
        }
    }

    private func tell(_ report: MirrorReport) {
        let compared = all ? "" : "compared: \(report.put + report.unchanged), "
        print("objects in the bucket \(compared)put: \(report.put), removed: \(report.removed)")
    }

    private func tell(_ report: RebuildReport, removed: Int) {
        let checked = report.written + report.unchanged
        if all {
            print("files written: \(report.written)")
        } else {
            print("files compared: \(checked), written: \(report.written), as they should be: \(report.unchanged)")
        }
        print("files removed that nothing leads to: \(removed)")
    }
}
