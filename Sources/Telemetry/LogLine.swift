import Logging

/// One line of the log, before it is bytes.
struct LogLine {
    let unixMilliseconds: Int64
    let level: Logger.Level
    let label: String
    let message: String
    let metadata: Logger.Metadata

    /// Names a JSON line uses itself. Metadata under one of them gets an underscore behind it.
    static let reservedKeys: Set<String> = ["time", "level", "label", "message"]

    /// The line in the format, without its newline.
    func rendered(as format: LogFormat) -> String {
        switch format {
        case .text: text
        case .json: json
        }
    }

    private var text: String {
        let level = level.rawValue.uppercased()
        let padding = String(repeating: " ", count: max(0, Self.levelWidth - level.count))
        var line = LogTime.text(unixMilliseconds: unixMilliseconds) + " " + level + padding + " "
        line += LogEscaping.escape(label, quotes: false) + " " + LogEscaping.escape(message, quotes: false)
        for (key, value) in fields {
            line += " " + LogEscaping.word(key) + "=" + value.word
        }
        return line
    }

    private var json: String {
        var line = "{\"time\":\"" + LogTime.text(unixMilliseconds: unixMilliseconds) + "\""
        line += ",\"level\":\"" + level.rawValue + "\""
        line += ",\"label\":" + LogEscaping.quoted(label)
        line += ",\"message\":" + LogEscaping.quoted(message)
        for (key, value) in fields {
            let name = Self.reservedKeys.contains(key) ? key + "_" : key
            line += "," + LogEscaping.quoted(name) + ":" + value.json
        }
        return line + "}"
    }

    /// The width of most levels; `CRITICAL` is worth standing out.
    private static let levelWidth = 7

    /// The metadata by key, dictionaries flattened to `outer.inner`.
    private var fields: [(key: String, value: LogValue)] {
        LogValue.flatten(metadata).sorted { $0.key < $1.key }
    }
}
