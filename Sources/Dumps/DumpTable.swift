import Rankings

/// The tables of a dump. `Docs/dumps.md` explains them to people.
enum DumpTable: String, CaseIterable, Sendable {
    case boards, outcomes, players, changes, borders, forecasts
    case forecastBorders = "forecast_borders"

    var file: String { "\(rawValue).csv.gz" }

    var title: String {
        switch self {
        case .boards: "The boards of the event"
        case .outcomes: "What became of each planned minute of a board"
        case .players: "Players by pseudonym, once for each name they were listed under"
        case .changes: "Changes of the list of players; expand.py gives the whole list of any minute"
        case .borders: "Changes of the borders: the scores at ranks far below"
        case .forecasts: "When a forecast was made, and why there was none"
        case .forecastBorders: "What each forecast said of each border: quantiles of its final score"
        }
    }

    /// The columns' names.
    var columns: [String] { schema.fields.map(\.name) }

    /// Columns that every dump has; those behind them came later, and dumps of before are read without them.
    var firstColumns: Int {
        switch self {
        case .forecasts: 4
        case .forecastBorders: 3 + Quantiles.levels.count
        case .boards, .outcomes, .players, .changes, .borders: columns.count
        }
    }

    var schema: TableSchema {
        switch self {
        case .boards: boards
        case .outcomes: outcomes
        case .players: players
        case .changes: changes
        case .borders: borders
        case .forecasts: forecasts
        case .forecastBorders: forecastBorders
        }
    }

    private typealias Field = TableSchema.Field

    private var boards: TableSchema {
        TableSchema(
            fields: [
                Field(required: "board", "string", "The board's name within the event"),
                Field(required: "title", "string", "As pages show it"),
                Field(required: "starts_at", "datetime", "When scoring begins"),
                Field(required: "ends_at", "datetime", "When scoring ends"),
                Field(required: "announces_at", "datetime", "When the result is out"),
                Field(required: "closes_at", "datetime", "When nothing is corrected any more"),
                Field(required: "is_monotone", "boolean", "Scores never fall while the event runs"),
                Field(required: "scale", "integer", "A score of 1 is 1/scale points"),
                Field(required: "is_settled", "boolean", "Nothing comes any more"),
            ], primaryKey: ["board"])
    }

    private var outcomes: TableSchema {
        TableSchema(
            fields: [
                board, minute,
                Field(
                    name: "outcome", type: "string",
                    description: "Read and changed or unchanged; partial: a part is missing; refused; missed",
                    constraints: .init(required: true, enum: Outcome.allCases.map(\.rawValue))),
                Field(required: "is_final", "boolean", "The upstream said that this is the tallied result"),
                Field(
                    name: "latency_ms", type: "integer",
                    description: "From the minute's start to the upstream's answer", unit: "ms"),
                Field(name: "reason", type: "string", description: "In words, where there is something to say"),
            ], primaryKey: ["board", "minute"], foreignKeys: [ofBoard])
    }

    private var players: TableSchema {
        TableSchema(
            fields: [
                Field(required: "id", "integer", "Numbers the rows of this table; of no meaning elsewhere"),
                Field(
                    name: "player", type: "string",
                    description: "The player's pseudonym, the same in all events of the game",
                    constraints: .init(required: true, pattern: "[0-9a-f]{16}")),
                Field(name: "name", type: "string", description: "As the player wrote it; empty is a name too"),
                Field(
                    required: "is_forgotten", "boolean",
                    "The player was forgotten: there is no name any more, at any minute"),
            ], primaryKey: ["id"])
    }

    private var changes: TableSchema {
        TableSchema(
            fields: [
                board, minute,
                Field(required: "player_id", "integer", "The player under the name of this minute: players.id"),
                Field(name: "rank", type: "integer", description: "Empty: the player left the list"),
                score,
                Field(
                    name: "place", type: "integer",
                    description: "The position in the list, from 1, where it is not the rank: with ties"),
                scoredAt,
            ],
            foreignKeys: [
                ofBoard, ofMinute,
                TableSchema.ForeignKey(
                    fields: ["player_id"], reference: .init(resource: DumpTable.players.rawValue, fields: ["id"])),
            ])
    }

    private var borders: TableSchema {
        TableSchema(
            fields: [board, minute, Field(required: "rank", "integer", "The rank the border is at"), score, scoredAt],
            primaryKey: ["board", "minute", "rank"], foreignKeys: [ofBoard, ofMinute])
    }

    private var forecasts: TableSchema {
        TableSchema(
            fields: [
                board, minute, Field(required: "model", "string", "The model and its version"),
                Field(
                    name: "absence", type: "string", description: "Why there is no forecast; empty where there is one",
                    constraints: .init(enum: ForecastAbsence.allCases.map(\.rawValue))),
                Field(
                    name: "caution", type: "string", description: "Why little was known though there is a forecast",
                    constraints: .init(enum: ForecastCaution.allCases.map(\.rawValue))),
            ], primaryKey: ["board", "minute"], foreignKeys: [ofBoard])
    }

    private var forecastBorders: TableSchema {
        let quantiles = Quantiles.levels.map { level in
            let percent = Int((level * 100).rounded())
            return Field(
                name: "q" + (percent < 10 ? "0" : "") + "\(percent)", type: "integer",
                description: "The final score is below this with a probability of \(percent) %", unit: "1/scale points",
                constraints: .init(required: true))
        }
        return TableSchema(
            fields: [board, minute, Field(required: "rank", "integer", "The rank the border is at")] + quantiles
                + basis,
            primaryKey: ["board", "minute", "rank"],
            foreignKeys: [
                TableSchema.ForeignKey(
                    fields: ["board", "minute"],
                    reference: .init(resource: DumpTable.forecasts.rawValue, fields: ["board", "minute"]))
            ])
    }

    /// What the forecast of a border started from; empty where that was not kept.
    private var basis: [Field] {
        [
            Field(
                name: "now", type: "integer", description: "The newest score that had been seen",
                unit: "1/scale points"),
            Field(
                name: "linear", type: "integer", description: "The final score if it goes on as in the last day",
                unit: "1/scale points"),
            Field(
                name: "step_minutes", type: "integer",
                description: "From one step of the way to the next; the last is the end", unit: "min"),
            Field(
                name: "shares", type: "string",
                description: "By each step the share of the rest gained, whole numbers with spaces between",
                unit: "1/\(RestShape.whole)"),
            Field(
                name: "spreads", type: "string",
                description: "Of each share the standard deviation of its logarithm, likewise",
                unit: "1/\(RestShape.spreadUnit)"),
        ]
    }

    private var board: Field { Field(required: "board", "string", "The board: boards.board") }
    private var minute: Field { Field(required: "minute", "datetime", "The minute of the reading, UTC") }
    private var score: Field {
        Field(
            name: "score", type: "integer", description: "Up to 2^63 - 1; empty: not shown any more",
            unit: "1/scale points")
    }
    private var scoredAt: Field {
        Field(
            name: "scored_at", type: "datetime",
            description:
                "When this score was first seen, where it is neither this minute nor, for a score that stands, "
                + "as before")
    }

    private var ofBoard: TableSchema.ForeignKey {
        TableSchema.ForeignKey(
            fields: ["board"], reference: .init(resource: DumpTable.boards.rawValue, fields: ["board"]))
    }
    private var ofMinute: TableSchema.ForeignKey {
        TableSchema.ForeignKey(
            fields: ["board", "minute"],
            reference: .init(resource: DumpTable.outcomes.rawValue, fields: ["board", "minute"]))
    }
}

extension TableSchema.Field {
    fileprivate init(required name: String, _ type: String, _ description: String) {
        self.init(name: name, type: type, description: description, constraints: .init(required: true))
    }
}
