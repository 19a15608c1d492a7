/// Every name a template may use. A template with any other is refused when it is loaded.
enum PageKey: String, CaseIterable, Sendable {
    // The frame of every page.
    case siteTitle = "site_title"
    case shareImage = "share_image"
    case base, contact, home, title, description, canonical
    case hasLanguages = "has_languages"
    case languages, code, absolute
    // The feed of events and the sitemap.
    case entries, updated
    // The head of a board's page.
    case eventName = "event_name"
    case hasBoards = "has_boards"
    case gameName = "game_name"
    case boardTitle = "board_title"
    case isCurrent = "is_current"
    case phaseWords = "phase_words"
    case game, kind, boards, href, phase, countdown, words, note, when, target, progress, elapsed, total
    // Freshness, and what the script starts from.
    case boardPath = "board_path"
    case manifestPath = "manifest_path"
    case forecastHash = "forecast_hash"
    case slot, next, starts, ends, scale, names, freshness, trouble
    // The table.
    case isPartial = "is_partial"
    case idleTime = "idle_time"
    case noRows = "no_rows"
    case playersRemoved = "players_removed"
    case windows, style, hours, coverage, rows, border, key, rank, name, score, gains, gain, idle
    case hasGames = "has_games"
    case isLinked = "is_linked"
    case climbStyle = "climb_style"
    case climb, average, games, each, state, stateWords = "state_words"
    // The forecasts.
    case hasCharts = "has_charts"
    case isChosen = "is_chosen"
    case forecastWords = "forecast_words"
    case absenceWords = "absence_words"
    case caution
    case medianShort = "median_short"
    case forecast, charts, median, low, high, band
    case soonClock = "soon_clock"
    case soon, hold, numbers
    case accuracyWords = "accuracy_words"
    // The site's own page.
    case noLive = "no_live"
    case hasPast = "has_past"
    case live, past, dates
    case hasUpcoming = "has_upcoming"
    case upcoming
    case scored
    // The page of a player.
    case isRegular = "is_regular"
    case hourHeads = "hour_heads"
    case chart, path, outlook, ticks, x, y, days, best, worst, sessions, length, pace, heat, cells
    case players
    // The pages of what became of forecasts.
    case inHalf = "in_half"
    case inFourFifths = "in_four_fifths"
    case inNineTenths = "in_nine_tenths"
    case leads, count, borders, error, persistence, linear
    // The page of the dumps.
    case hasDump = "has_dump"
    case isComplete = "is_complete"
    case knownIssues = "known_issues"
    case licence, licenceURL = "licence_url"
    case events, observations, size, through, files, file
}
