import Scoring

/// What bodies look like.
enum OpenAPISchemas {
    static let text = """
        "ActionID": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
        "Player": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
        "Score": {"type": "integer", "minimum": \(ScoreLimits.scores.lowerBound),
          "maximum": \(ScoreLimits.scores.upperBound)},
        "Rank": {"type": "integer", "minimum": 1},
        "Instant": {"type": "string", "format": "date-time"},
        "Failure": {
          "type": "object", "required": ["success", "error"], "properties": {
            "success": {"const": false},
            "error": {"type": "object", "required": ["code", "message"], "properties": {
              "code": {"type": "string"}, "message": {"type": "string"}}}}
        },
        "ActionRequest": {
          "type": "object", "required": ["board", "action_type"], "properties": {
            "board": {"type": "string"}, "action_type": {"type": "string"}}
        },
        "UpdateRequest": {
          "type": "object", "required": ["action_id", "action_type", "action_token", "timestamp"], "properties": {
            "action_id": {"$ref": "#/components/schemas/ActionID"},
            "action_type": {"type": "string"},
            "action_token": {"type": "string", "maxLength": \(ActionSeal.longestToken)},
            "timestamp": {"type": "integer", "minimum": 0, "maximum": 253402300799999,
              "description": "When the action was done: milliseconds since 1970."},
            "value": {"type": ["integer", "null"], "minimum": \(Int64.min), "maximum": \(Int64.max),
              "description": "What it is worth, where the type leaves that to the client."}}
        },
        "BegunAction": \(answer("""
            "required": ["action_id", "action_token", "expires_at"], "properties": {
              "action_id": {"$ref": "#/components/schemas/ActionID"},
              "action_token": {"type": "string"},
              "expires_at": {"$ref": "#/components/schemas/Instant"}}
            """)),
        "AcceptedScore": \(answer("""
            "required": ["new_score", "rank", "score_delta"], "properties": {
              "new_score": {"$ref": "#/components/schemas/Score"},
              "rank": {"$ref": "#/components/schemas/Rank"},
              "score_delta": {"type": "integer"}}
            """)),
        "Proof": \(answer("""
            "required": ["sha256", "bytes", "content_type"], "properties": {
              "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
              "bytes": {"type": "integer", "minimum": 1},
              "content_type": {"type": "string"}}
            """)),
        "TopList": \(answer("""
            "required": ["board", "change", "entries"], "properties": {
              "board": {"type": "string"},
              "change": {"type": "integer", "minimum": 0},
              "last_updated": {"$ref": "#/components/schemas/Instant"},
              "entries": {"type": "array", "maxItems": \(SubmissionLimits.players.upperBound), "items": {
                "type": "object", "required": ["rank", "player", "name", "score", "last_updated"], "properties": {
                  "rank": {"$ref": "#/components/schemas/Rank"},
                  "player": {"$ref": "#/components/schemas/Player"},
                  "name": {"type": "string", "minLength": 1, "maxLength": \(ScoreUser.longestName)},
                  "avatar": {"type": "string", "format": "uri"},
                  "score": {"$ref": "#/components/schemas/Score"},
                  "last_updated": {"$ref": "#/components/schemas/Instant"}}}}}
            """)),
        "History": \(answer("""
            "required": ["actions"], "properties": {
              "player": {"$ref": "#/components/schemas/Player"},
              "actions": {"type": "array", "maxItems": \(SubmissionLimits.historyLines.upperBound), "items": {
                "type": "object", "required": ["action_id", "board", "version", "period", "action_type", "points",
                  "new_score", "rank", "score_delta", "change", "accepted_at"], "properties": {
                  "action_id": {"$ref": "#/components/schemas/ActionID"},
                  "board": {"type": "string"}, "version": {"type": "integer"}, "period": {"type": "string"},
                  "action_type": {"type": "string"}, "value": {"type": "integer"}, "points": {"type": "integer"},
                  "old_score": {"$ref": "#/components/schemas/Score"},
                  "new_score": {"$ref": "#/components/schemas/Score"},
                  "rank": {"$ref": "#/components/schemas/Rank"},
                  "score_delta": {"type": "integer"}, "change": {"type": "integer", "minimum": 1},
                  "accepted_at": {"$ref": "#/components/schemas/Instant"}}}}}
            """))
        """

    private static func answer(_ data: String) -> String {
        """
        {"type": "object", "required": ["success", "data"], "properties": {
          "success": {"const": true}, "data": {"type": "object", \(data)}}}
        """
    }
}
