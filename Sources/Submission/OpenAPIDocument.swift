import Scoring

/// The description of the API, as it is served at `/api/openapi.json`. Tests hold it against the code.
enum OpenAPIDocument {
    static let text = """
        {
        "openapi": "3.1.0",
        "info": {
          "title": "Scores of one's own",
          "version": "1",
          "description": "Begin an action, do it, submit it once. The server alone decides the points."
        },
        "servers": [{"url": "/"}],
        "paths": {\(actions),\(update),\(proof),\(top),\(live),\(history),\(document)},
        "components": {
          "securitySchemes": {
            "token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
            "signature": {"type": "apiKey", "in": "header", "name": "Signature", "description":
              "Of a server that submits for players: RFC 9421 by hmac-sha256, with Signature-Input and Score-User."}
          },
          "responses": {\(OpenAPIAnswers.responses)},
          "schemas": {\(OpenAPISchemas.text)}
        }
        }
        """

    private static let actions = """
        "/api/v1/actions": {"post": {
          "operationId": "beginAction",
          "summary": "Begins an action of a type on a board.",
          "security": [{"token": []}, {"signature": []}],
          "requestBody": {"required": true, "content": {"application/json": {
            "schema": {"$ref": "#/components/schemas/ActionRequest"}}}},
          "responses": {
            "201": {"description": "The action has begun.", "content": {"application/json": {
              "schema": {"$ref": "#/components/schemas/BegunAction"}}}},
            \(OpenAPIAnswers.references(400, 401, 403, 404, 409, 413, 415, 422, 429, 503))
          }
        }}
        """

    private static let update = """
        "/api/v1/score/update": {"post": {
          "operationId": "updateScore",
          "summary": "Submits an action that is done; sent again it gets the first answer again, whenever that is.",
          "security": [{"token": []}, {"signature": []}],
          "requestBody": {"required": true, "content": {"application/json": {
            "schema": {"$ref": "#/components/schemas/UpdateRequest"}}}},
          "responses": {
            "200": {"description": "The action counts.", "content": {"application/json": {
              "schema": {"$ref": "#/components/schemas/AcceptedScore"}}}},
            \(OpenAPIAnswers.references(400, 401, 403, 404, 409, 410, 413, 415, 422, 503))
          }
        }}
        """

    private static let proof = """
        "/api/v1/actions/{id}/proof": {"put": {
          "operationId": "attachProof",
          "summary": "Attaches a replay to an accepted action of one's own, for good; sent again it is kept once.",
          "security": [{"token": []}, {"signature": []}],
          "parameters": [
            {"name": "id", "in": "path", "required": true, "schema": {"$ref": "#/components/schemas/ActionID"}}
          ],
          "requestBody": {"required": true, "content": {"*/*": {}}},
          "responses": {
            "200": {"description": "The replay is kept.", "content": {"application/json": {
              "schema": {"$ref": "#/components/schemas/Proof"}}}},
            \(OpenAPIAnswers.references(400, 401, 404, 409, 413, 415, 503))
          }
        }}
        """

    private static let top = """
        "/api/v1/scoreboard/top": {"get": {
          "operationId": "top",
          "summary": "The best of a board's present list, or the players around one.",
          "parameters": [
            {"name": "board", "in": "query", "required": true, "schema": {"type": "string", "minLength": 1}},
            {"name": "limit", "in": "query", "schema": {
              "type": "integer", "minimum": \(SubmissionLimits.players.lowerBound),
              "maximum": \(SubmissionLimits.players.upperBound), "default": \(SubmissionLimits.usualPlayers)}},
            {"name": "around", "in": "query", "description": "A player, as lists show them.", "schema": {
              "type": "string", "pattern": "^[0-9a-f]{16}$"}}
          ],
          "responses": {
            "200": {"description": "A part of the list.", "content": {"application/json": {
              "schema": {"$ref": "#/components/schemas/TopList"}}}},
            \(OpenAPIAnswers.references(400, 404, 503))
          }
        }}
        """

    private static let live = """
        "/api/v1/scoreboard/live": {"get": {
          "operationId": "live",
          "summary": "A board as it changes: a snapshot, then every change, as Server-Sent Events or by WebSocket.",
          "description": "With a token also which entry is one's own. Over WebSocket the token is the first message.",
          "security": [{}, {"token": []}],
          "parameters": [
            {"name": "board", "in": "query", "required": true, "schema": {"type": "string", "minLength": 1}},
            {"name": "after", "in": "query", "description": "The position of the last message that was seen.",
              "schema": {"type": "string", "pattern": "^[^/]+/[0-9]+$"}},
            {"name": "Last-Event-ID", "in": "header", "description": "The same, as browsers send it.",
              "schema": {"type": "string"}}
          ],
          "responses": {
            "101": {"description": "The same messages by WebSocket, where it is asked for."},
            "200": {"description": "Messages without end.", "content": {"text/event-stream": {
              "schema": {"type": "string"}}}},
            \(OpenAPIAnswers.references(400, 401, 403, 404, 409, 426, 503))
          }
        }}
        """

    private static let history = """
        "/api/v1/users/{id}/history": {"get": {
          "operationId": "history",
          "summary": "What was accepted of oneself, newest first.",
          "security": [{"token": []}, {"signature": []}],
          "parameters": [
            {"name": "id", "in": "path", "required": true, "description": "The token's subject.",
              "schema": {"type": "string", "minLength": 1}},
            {"name": "limit", "in": "query", "schema": {
              "type": "integer", "minimum": \(SubmissionLimits.historyLines.lowerBound),
              "maximum": \(SubmissionLimits.historyLines.upperBound),
              "default": \(SubmissionLimits.usualHistoryLines)}},
            {"name": "before", "in": "query", "description": "The last action of the page before.",
              "schema": {"$ref": "#/components/schemas/ActionID"}}
          ],
          "responses": {
            "200": {"description": "A page of the trail.", "content": {"application/json": {
              "schema": {"$ref": "#/components/schemas/History"}}}},
            \(OpenAPIAnswers.references(400, 401, 403, 503))
          }
        }}
        """

    private static let document = """
        "/api/openapi.json": {"get": {
          "operationId": "document",
          "summary": "This document.",
          "responses": {"200": {"description": "OpenAPI 3.1.", "content": {"application/json": {
            "schema": {"type": "object"}}}}}
        }}
        """
}
