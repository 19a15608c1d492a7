import Foundation

/// A slot of which `borderline` said, at the level `debug`, that it is recorded.
struct Acknowledgement: Hashable {
    let board: String
    let slot: String
    let outcome: String

    /// Those in a program's log.
    static func all(in log: String) -> [Acknowledgement] {
        log.split(separator: "\n").filter { $0.contains("slot concluded") }.compactMap { line in
            guard let board = value(of: "board", in: line), let slot = value(of: "slot", in: line),
                let outcome = value(of: "outcome", in: line)
            else { return nil }
            return Acknowledgement(board: board, slot: slot, outcome: outcome)
        }
    }

    private static func value(of key: String, in line: Substring) -> String? {
        line.split(separator: " ").first { $0.hasPrefix("\(key)=") }.map { String($0.dropFirst(key.count + 1)) }
    }
}
