import ArgumentParser
import Foundation
import Pipeline
import Publisher
import Rankings

struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publishes the editions that readers do not see yet.",
        discussion: """
            With --as-of it publishes nothing and prints the JSON that was latest.json of a board at a slot, byte for
            byte: borderline publish --as-of 2026-11-20T12:03:00Z sekai-jp-210/main
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: ArgumentHelp("A slot: ISO 8601 with a zone, or Unix seconds.", valueName: "instant"))
    var asOf: Instant?

    @Argument(help: "The board for --as-of, e.g. sekai-jp-210/main.")
    var board: BoardID?

    func validate() throws {
        if (asOf == nil) != (board == nil) { throw ValidationError("--as-of and a board go together") }
    }

    func run() async throws {
        guard let asOf, let board else {
            let made = try await Composition.run(options) { parts in
                let settled = try await parts.pipeline.recoverOutput()
                try await Forgetting(workplace: parts.workplace).finish(parts)
                return settled + (try await parts.pipeline.publishAll(at: Slot(containing: parts.time.now())))
            }
            print("editions published: \(made)")
            return
        }
        let edition = try await Composition.run(options) { parts in
            try await parts.pipeline.edition(of: board, asOf: Slot(containing: asOf))
        }
        guard let edition else {
            throw CommandError(
                "\(board) has no outcome at \(Slot(containing: asOf)): nothing was published for that slot")
        }
        FileHandle.standardOutput.write(Data(LatestDocument(edition: edition).bytes))
    }
}
