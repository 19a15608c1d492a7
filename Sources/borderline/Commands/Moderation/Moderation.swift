import ArgumentParser

struct Moderation: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "moderation",
        abstract: "Hides, bans and renames players, and undoes it.",
        discussion: """
            On boards of one's own it is seen at once, by those who watch a list too; on pages with the next edition.
            Of a crawled game (--game) it is the name that is hidden or replaced, wherever it is published: ranks and
            scores are the game's. Needs the database account of the crawls: the one of `scores serve` cannot moderate.
            """,
        subcommands: [
            ModerationList.self, ModerationHide.self, ModerationRestore.self, ModerationBan.self, ModerationUnban.self,
            ModerationRename.self, ModerationDismiss.self,
        ])
}
