import Settings

/// Loads text as if it stood in `/etc/test/borderline.yaml`.
func load(_ yaml: String, environment: [String: String] = [:]) throws(ConfigurationError) -> Configuration {
    try ConfigurationLoader(environment: environment, workingDirectory: "/home/test")
        .parse(yaml, file: "/etc/test/borderline.yaml")
}

/// The problems of a text; empty where it loads.
func problems(_ yaml: String, environment: [String: String] = [:]) -> [ConfigurationProblem] {
    do {
        _ = try load(yaml, environment: environment)
        return []
    } catch {
        return error.problems
    }
}

/// What must be there for a database and a game to load.
let database = "database: {socket: /run/db.sock, name: b, user: b}\n"

func game(_ more: String) -> String {
    "games:\n  - {id: sim, name: Sim, adapter: game-server, url: 'http://h:1'\(more)}\n"
}
