import ArgumentParser
import Pipeline
import Rankings
import Scoring
import Settings
import Storage

/// Of whom something is shown otherwise, and where.
struct ModerationTarget: ParsableArguments {
    @Argument(help: "The player: the 16 hexadecimal digits that are shown, or the user's (upstream's) id.")
    var player: String

    @Option(help: "One board of one's own; without it all.")
    var board: String?

    @Option(help: ArgumentHelp("A crawled game: the name is masked on all its boards.", valueName: "game"))
    var game: String?

    func validate() throws {
        if board != nil, game != nil {
            throw ValidationError("--board is of one's own boards, --game of a crawled game")
        }
    }

    /// Does it, and says what it came to.
    func moderate(
        _ kind: ModerationKind, name: String? = nil, _ reason: ModerationReason, _ options: GlobalOptions
    ) async throws {
        let (player, board, game, actor, why) = (player, board, game, reason.actor, reason.reason)
        let outcome: String = try await Composition.run(options) { parts in
            let order = ModerationOrder(
                kind: kind, board: board, name: name, actor: actor, reason: why, at: parts.time.now())
            guard let game else {
                if let board { try Self.require(board, of: parts) }
                let user =
                    kind == .ban
                    ? try await Self.user(player, of: parts.store) : try await parts.store.houseUser(player)
                let lists = try await parts.store.moderate(user, order)
                let changed = lists == 1 ? "1 list" : "\(lists) lists"
                return "\(kind.rawValue): player \(user.player), \(changed) changed"
            }
            let masked = try await parts.store.player(player, of: GameID(rawValue: game))
            try await parts.store.mask(masked, order)
            let removed = try await parts.pipeline.publishMasked(masked)
            let boards = removed.boards.count
            return """
                \(kind.rawValue): player \(masked.player) of \(game), \(boards == 1 ? "1 board" : "\(boards) boards") \
                published again
                """
        }
        print(outcome)
    }

    /// Whoever is to be banned need not have played yet.
    private static func user(_ text: String, of store: Store) async throws -> HouseUser {
        do {
            return try await store.houseUser(text)
        } catch StorageError.unknownUser {
            return try await store.houseUser(
                ofSubject: text, newPlayer: Pseudonym(value: .random(in: .min ... .max)))
        }
    }

    /// A name that no board has would hide nothing, and say that it did. Without the section scores nobody knows.
    private static func require(_ board: String, of parts: Composition) throws {
        guard let boards = parts.workplace.configuration.scores?.boards.map(\.name), !boards.contains(board) else {
            return
        }
        throw CommandError("no board \(board): scores.boards has \(boards.joined(separator: ", "))")
    }
}
