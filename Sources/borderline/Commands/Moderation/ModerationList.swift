import ArgumentParser
import Rankings
import Scoring
import Storage

struct ModerationList: AsyncParsableCommand {
    enum Part: String, ExpressibleByArgument, CaseIterable {
        /// What is to be looked at.
        case flags
        /// Whoever is hidden, banned or renamed.
        case players
        /// What moderators did.
        case acts
    }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists what is odd and nobody looked at, who is moderated, or what moderators did.",
        discussion: """
            flags (the usual): users with more actions in an hour than people do (rate), with a value many times their
            others (jump), or with many refused values that nobody makes (pace). What came since the last time is looked
            at now. A flag goes when something is done to the player, `moderation dismiss` included.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var output: TableOptions

    @Argument(help: "flags, players or acts.")
    var part: Part = .flags

    @Option(help: "The most lines.")
    var limit = 100

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit is at least 1") }
    }

    func run() async throws {
        let (part, limit, format) = (part, limit, output.format)
        try await Composition.run(options) { parts in
            switch part {
            case .flags:
                try await parts.store.review(by: AnomalyThresholds(), now: parts.time.now())
                show(try await parts.store.openFlags(limit: limit), as: format)
            case .players: show(try await parts.store.moderatedPlayers().prefix(limit), as: format)
            case .acts: show(try await parts.store.moderationActs(limit: limit), as: format)
            }
        }
    }

    private func show(_ flags: [ScoreFlag], as format: TableOptions.Format) {
        var table = Table(columns: ["seen", "player", "name", "board", "flag", "measure"], as: format)
        for flag in flags {
            table.add([
                .instant(flag.seen), .text(flag.player.description), .text(flag.name), .text(flag.board),
                .text(flag.kind.rawValue), .integer(flag.measure),
            ])
        }
        table.finish()
    }

    private func show(_ players: ArraySlice<ModeratedPlayer>, as format: TableOptions.Format) {
        var table = Table(columns: ["game", "player", "name", "banned", "renamed", "hidden on"], as: format)
        for player in players {
            let hidden = player.hiddenOn.map { $0.isEmpty ? "all boards" : $0 }.joined(separator: ", ")
            table.add([
                .text(player.game), .text(player.player.description), .text(player.name), .flag(player.isBanned),
                .flag(player.isRenamed), .text(hidden),
            ])
        }
        table.finish()
    }

    private func show(_ acts: [ModerationAct], as format: TableOptions.Format) {
        var table = Table(columns: ["at", "by", "did", "player", "where", "name", "reason"], as: format)
        for act in acts {
            table.add([
                .instant(act.at), .text(act.actor), .text(act.kind.rawValue), .text(act.player.description),
                .text(act.game ?? act.board ?? "all boards"), .text(act.name), .text(act.reason),
            ])
        }
        table.finish()
    }
}
