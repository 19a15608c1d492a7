package import Rankings

/// Where each published file lies below the output folder. `Docs/editions.md` has the whole layout.
package enum OutputPath {
    package static let manifest = "manifest.json"
    package static let index = "index.html"
    package static let notFound = "404.html"
    package static let feed = "feed.atom"
    package static let calendar = "calendar.ics"
    package static let appManifest = "site.webmanifest"
    package static let sitemap = "sitemap.xml"
    package static let robots = "robots.txt"
    /// Beside the pages, for a worker has power over what lies beside and below it alone.
    package static let serviceWorker = "service-worker.js"

    /// The folder of the dumps.
    package static let dumps = "dumps"
    static let dumpsPage = "\(dumps)/index.html"
    static let dumpsDocument = "\(dumps)/index.json"

    /// The folder of what became of a game's forecasts.
    static func accuracy(of game: GameID) -> String { "accuracy/\(game.rawValue)" }
    static func accuracyPage(of game: GameID) -> String { "\(accuracy(of: game))/index.html" }
    static func accuracyDocument(of game: GameID) -> String { "\(accuracy(of: game))/index.json" }

    /// `e/<event>/<board>`, without a slash at the end.
    package static func folder(of board: BoardID) -> String { "e/\(board)" }
    /// The root of a board.
    package static func latest(of board: BoardID) -> String { "\(folder(of: board))/latest.json" }
    /// The page of a board at its plain address.
    package static func page(of board: BoardID) -> String { "\(folder(of: board))/index.html" }
    /// The folder of the pages of a board's players, in the folder of the board and in those of its languages.
    static let players = "p"
    /// The page of a player, below the folder of the board or of a language in it.
    static func page(of player: Pseudonym) -> String { "\(players)/\(player).html" }
    /// The page of a player at its plain address.
    package static func page(of player: Pseudonym, on board: BoardID) -> String {
        "\(folder(of: board))/\(page(of: player))"
    }
    /// Names by pseudonym.
    package static func names(of board: BoardID, hash: String) -> String { "\(folder(of: board))/names/\(hash).json" }

    /// Scores over time.
    package static func series(of board: BoardID, hash: String) -> String { "\(folder(of: board))/series/\(hash).json" }

    /// A forecast in full.
    package static func forecast(of board: BoardID, hash: String) -> String {
        "\(folder(of: board))/forecast/\(hash).json"
    }

    /// The charts of a forecast, one of each border.
    package static func charts(of board: BoardID, hash: String) -> String {
        "\(folder(of: board))/forecast/\(hash).svg"
    }

    /// The picture of a board as of a forecast.
    package static func shareImage(of board: BoardID, hash: String) -> String {
        "\(folder(of: board))/forecast/\(hash).png"
    }

    /// What `latest.json` was at the slot: named by the whole minutes since 1970.
    package static func minute(of board: BoardID, slot: Slot) -> String {
        "\(folder(of: board))/at/\(slot.unixMinute).json"
    }

    /// The slot of a minute by the name of its file in `at/`; nil for a sealed hour, a compressed sibling or anything
    /// else.
    static func minute(named name: String) -> Slot? {
        guard name.hasSuffix(".json"), let number = Int64(name.dropLast(5)), number > largestHour else { return nil }
        return Slot(unixMinute: number)
    }

    /// The sealed hour the slot is in: named by the whole hours since 1970.
    package static func hour(of board: BoardID, slot: Slot) -> String {
        "\(folder(of: board))/at/\(slot.hour.unixMinute / 60).json"
    }

    /// Whether the path stays below the output folder and names nothing hidden.
    static func isSafe(_ path: String) -> Bool {
        guard path.utf8.count <= limitBytes else { return false }
        return path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
            PathComponent.isSafe(String($0))
        }
    }

    /// Names up to this number are hours since 1970 (until the year 2540), larger ones minutes (since 1979).
    private static let largestHour: Int64 = 5_000_000

    /// Longest path below the output folder, in bytes; the operating system's own limit is 4,096 with the folder.
    static let limitBytes = 400
}
