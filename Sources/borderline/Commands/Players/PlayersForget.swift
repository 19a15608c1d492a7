import ArgumentParser
import Pipeline
import Rankings
import Storage

struct PlayersForget: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Removes who a player is from everything that is kept and published.",
        discussion: """
            Gone are the upstream's id and every name; scores stay at their ranks under the pseudonym. It lasts: the
            player is not recorded by name again, and restoring an older backup does not bring them back.

            Without --yes it says what would be removed, and changes nothing. Example:
              borderline players forget 7485921736458 --game sekai-jp --yes
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The player: the upstream's id, or the 16 hexadecimal digits that are published.")
    var id: String

    @Option(help: ArgumentHelp("The game; needed where several are known.", valueName: "game"))
    var game: String?

    @Flag(help: "Do it. It cannot be undone.")
    var yes = false

    func run() async throws {
        let (id, game, yes) = (id, game.map(GameID.init(rawValue:)), yes)
        let untold = try await Composition.run(options) { parts in
            let player = try await parts.store.player(id, of: game)
            let traces = try await parts.store.traces(of: player)
            guard yes else {
                print(intention(traces))
                return nil as String?
            }
            let forgetting = Forgetting(workplace: parts.workplace)
            let removed = try await forgetting.forget(player, parts)
            print("forgotten: player \(player.player) of \(player.game), on \(boards(traces)); what is published is")
            print("without the name, and \(removed.files.count) files that held it are gone")
            if !removed.files.isEmpty { print(purging(removed.files)) }
            do {
                try await forgetting.tellBackups()
                return nil
            } catch let error as CancellationError {
                throw error
            } catch {
                return "\(error)"
            }
        }
        if let untold {
            throw CommandError(
                "forgotten here, but the place of backups does not know it yet (\(untold)): run `borderline backup`")
        }
    }

    private func intention(_ traces: PlayerTraces) -> String {
        var removed = traces.names.map { "the name \($0.debugDescription)" }
        if traces.hasUpstreamID { removed.insert("the upstream's id", at: 0) }
        return """
            player \(traces.id.player) of \(traces.id.game), on \(boards(traces))
            would be removed: \(removed.isEmpty ? "nothing, they are forgotten" : removed.joined(separator: ", "))
            nothing was changed: with --yes it is done, and cannot be undone
            """
    }

    private func boards(_ traces: PlayerTraces) -> String {
        traces.boards.count == 1 ? "1 board" : "\(traces.boards.count) boards"
    }

    /// Caches keep such files for up to a year.
    private func purging(_ files: [String]) -> String {
        let folders = Set(files.map { file in file.lastIndex(of: "/").map { String(file[...$0]) } ?? file })
        return (["purge from your CDN, if one is in front:"] + folders.sorted().map { "  /\($0)" })
            .joined(separator: "\n")
    }
}
