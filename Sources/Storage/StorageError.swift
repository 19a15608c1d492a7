/// Why the store could not do what was asked, in words for an operator.
package enum StorageError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The database has migrations this program does not know.
    case newerSchema(database: Int, program: Int)
    /// A migration that was applied reads otherwise in this program.
    case changedMigration(number: Int)
    /// Another process is migrating.
    case migrationRunning
    case unknownBoard(String)
    case unknownEvent(String)
    /// The claim on the slot was lost to another process, or the slot already has its outcome.
    case fenced(board: String, slot: String)
    /// Two players of a game got the same pseudonym, or a row vanished between writing and reading it.
    case notNumbered(what: String)
    /// History is written forwards: nothing can be put before what was read.
    case importBehindReadings(board: String, slot: String)
    /// The board's history is not the beginning of the one that is imported.
    case importConflict(board: String)
    /// What a slot keeps of its board cannot be read back.
    case damaged(board: String, slot: String, problem: String)
    /// An analyst's account that cannot be made.
    case badAnalyst(String, rule: String)
    case unknownAnalyst(String)
    /// No player with this pseudonym or upstream id.
    case unknownPlayer(String, game: String)
    /// One player's pseudonym and another's upstream id.
    case ambiguousPlayer(String)
    /// A player is asked for without a game, and there is not exactly one.
    case gameNotGiven
    case unreadableKey(path: String, problem: String)
    /// A board of one's own has scores in another order, or another scale, than its rules say now.
    case changedBoard(String, period: String)
    /// Nobody on one's own boards is this.
    case unknownUser(String)
    /// One board is to be restored of a user who is hidden on all.
    case hiddenEverywhere(String)
    /// What cannot be done to a player of a crawled game.
    case notOfCrawled(String)
    /// Another process computes the same scores anew.
    case recalculatedElsewhere(String)
    /// The database lacks something that the API of scores needs.
    case scoresNotReady(missing: String)

    package var description: String {
        switch self {
        case .newerSchema(let database, let program):
            "the database is at schema \(database), this program knows \(program): install the newer program"
        case .changedMigration(let number):
            "migration \(number) was applied in another wording: this program belongs to another database"
        case .migrationRunning: "another process is migrating the database: try again when it is done"
        case .unknownBoard(let board): "no board \(board): `borderline history boards` lists them"
        case .unknownEvent(let event): "no event \(event): `borderline history events` lists them"
        case .fenced(let board, let slot): "the claim on \(board) at \(slot) is another's now"
        case .notNumbered(let what): "the store did not number \(what)"
        case .importBehindReadings(let board, let slot):
            "\(board) has readings up to \(slot), after the first observation to import: import before crawling"
        case .importConflict(let board):
            "\(board) has another history than the dump's: import into a store that has none of it"
        case .damaged(let board, let slot, let problem):
            "what \(board) kept at \(slot) is damaged, \(problem): other hours are whole; restore a backup for this one"
        case .badAnalyst(let what, let rule): "\(what) does not do for an analyst: take \(rule)"
        case .unknownAnalyst(let name): "no analyst \(name): `borderline analysts list` shows them"
        case .unknownPlayer(let player, let game):
            "no player \(player) of \(game): `borderline players find NAME` shows who was called so"
        case .ambiguousPlayer(let text):
            "\(text) is the pseudonym of one player and the upstream's id of another: give the pseudonym of the one"
        case .gameNotGiven: "several games are known, or none: say which by --game"
        case .changedBoard(let board, let period):
            """
            the board \(board) has scores in another order or scale for \(period): raise its version, or take back the \
            change of order or scale
            """
        case .unknownUser(let user):
            """
            nobody \(user) on boards of one's own: give the 16 digits that lists show, or the subject of their token; \
            players of a crawled game want --game
            """
        case .hiddenEverywhere(let user): "\(user) is hidden on all boards: restore them without --board"
        case .notOfCrawled(let kind):
            "\(kind) is for boards of one's own: of a crawled game names can be hidden, restored and renamed"
        case .recalculatedElsewhere(let board):
            "another process recalculates \(board): let it finish, or end it, and run this again"
        case .scoresNotReady(let missing):
            """
            the database lacks \(missing), or this account may not use it: run `borderline scores account` with the \
            configuration of the crawls
            """
        case .unreadableKey(let path, let problem): "the pseudonym key \(path) \(problem)"
        }
    }
}
