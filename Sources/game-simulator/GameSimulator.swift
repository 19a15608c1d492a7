import ArgumentParser
import Foundation
import Glibc
import SimulatedGame

/// A game server that can be run anywhere: invented events for ever, or recorded ones once more.
@main
struct GameSimulator: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "game-simulator",
        abstract: "Answers like a game's ranking server, with invented or recorded events.",
        discussion: """
            Without a subcommand it serves. Exit codes: 0 done, 1 failed, 2 wrong usage or input.

            Invented events run for 8 days every 10 days, from --epoch on; the same --seed and --epoch give the same \
            world on any day:
              game-simulator serve --epoch 2026-11-01T06:00:00Z --port 8090
            Recorded events, with time that stands still until a client moves it:
              game-simulator serve --replay recordings --event sekai-kr-126 --speed max
            """,
        subcommands: [ServeCommand.self, ExportCommand.self, EpochCommand.self],
        defaultSubcommand: ServeCommand.self)

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let code = ExitStatus(of: error)
            let message = Data((fullMessage(for: error) + "\n").utf8)
            (code == .done ? FileHandle.standardOutput : FileHandle.standardError).write(message)
            Glibc.exit(code.rawValue)
        }
    }
}
