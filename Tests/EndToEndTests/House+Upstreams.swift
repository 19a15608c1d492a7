import Foundation

extension House {
    /// Writes a configuration with these games, one a line, in YAML; their players have no pages.
    func configure(games: [String], clock: String?, log: String = "warning", extra: String = "") throws {
        let yaml = """
            data: ./data
            output: ./Output
            share: \(Programs.checkout.path)
            log: { level: \(log), format: text }
            listen: { host: 127.0.0.1, port: 0 }
            admin: { host: 127.0.0.1, port: 0 }
            clock: { simulator: \(clock ?? "null") }
            embedded: { buffer_pool: 32MB }
            games:
            \(games.map { "  - {\($0), player_pages: false}" }.joined(separator: "\n"))
            \(extra)
            """
        try yaml.write(to: folder.appendingPathComponent("borderline.yaml"), atomically: true, encoding: .utf8)
    }

    func run(_ arguments: [String]) throws -> Finished { try borderline(arguments, within: 120) }

    /// Another simulator.
    func simulator(_ arguments: [String]) throws -> (program: RunningProgram, url: String) {
        let program = try RunningProgram(Programs.simulator, ["serve"] + arguments, in: folder)
        mirrors.append(program)
        return (program, String(try program.line(containing: "listening on ").dropFirst("listening on ".count)))
    }

    /// The slots of a board as `outcome: reason`, oldest first.
    func outcomes(of board: String) throws -> [String] {
        try rows(["history", "outcomes", board]).map { row in
            [row["outcome"], row["reason"]].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ": ")
        }
    }

    /// The files below the folder that hold the text, anywhere in their bytes.
    func files(holding text: String, except: (String) -> Bool = { _ in false }) throws -> [String] {
        let wanted = Data(text.utf8)
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { path in
            if except(path) { return false }
            return FileManager.default.contents(atPath: "\(folder.path)/\(path)")?.firstRange(of: wanted) != nil
        }
    }
}
