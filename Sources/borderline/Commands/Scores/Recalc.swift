import ArgumentParser
import Rankings
import Scoring
import Settings
import Storage

struct Recalc: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recalc",
        abstract: "Computes the scores of a board anew from the trail, by the rules of a version.",
        discussion: """
            What was accepted under that version and the versions before counts, period by period. Scores are computed
            beside those that are shown, while submissions go on, and take their place at once; actions that the rules
            do not know any more are left out, and counted. Interrupted, it goes on where it was. Needs the database
            account of the crawls, and the section scores in its configuration.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: "The board, as scores.boards has it.")
    var board: String

    @Option(help: ArgumentHelp("The version of the rules: that of scores.boards.", valueName: "version"))
    var rule: Int

    @Option(help: "One user alone: the 16 digits that lists show, or the token's subject.")
    var user: String?

    func run() async throws {
        let (name, rule, user) = (board, rule, user)
        try await Composition.run(options) { parts in
            let scores = try parts.workplace.scores
            guard let settings = scores.boards.first(where: { $0.name == name }) else {
                let known = scores.boards.map(\.name).joined(separator: ", ")
                throw CommandError("no board \(name): scores.boards has \(known)")
            }
            guard settings.version == rule else {
                throw CommandError(
                    "scores.boards has version \(settings.version) of \(name): write the rules of version \(rule) there"
                )
            }
            try await parts.store.scores.prepare()
            let lists = try await parts.store.recalculatedLists(of: try settings.houseBoard())
            for list in lists {
                if let user {
                    try await one(user, on: list, parts)
                } else {
                    try await all(of: list, parts)
                }
            }
        }
    }

    private func one(_ user: String, on list: ScoreList, _ parts: Composition) async throws {
        let user = try await parts.store.houseUser(user)
        let change = try await parts.store.recalculate(user, on: list, now: parts.time.now())
        let (before, after) = (change.before.map(String.init) ?? "none", change.after.map(String.init) ?? "none")
        print("\(list.board.name) \(list.period): player \(user.player) from \(before) to \(after)")
    }

    private func all(of list: ScoreList, _ parts: Composition) async throws {
        var work = try await parts.store.beginRecalculation(of: list, now: parts.time.now())
        let total = max(try await parts.store.playerCount(of: work), work.done)
        var progress = Progress(label: "\(list.board.name) \(list.period)", total: total)
        progress.step(to: work.done)
        while try await parts.store.recalculateSome(&work) { progress.step(to: min(work.done, total)) }
        try await parts.store.promote(work, now: parts.time.now())
        print(
            "\(list.board.name) \(list.period): \(work.done) players by version \(list.board.version), "
                + "\(work.leftOut) actions left out")
    }
}
