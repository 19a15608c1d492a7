package import Rankings

/// The players who are forgotten, as a place remembers them beside its backups: restoring an older backup must not
/// bring them back. It holds pseudonyms, which are published anyway, and so is not encrypted.
///
/// Each is a file of its own, so that two writers never lose one another's, and its name says all, so that one listing
/// reads the list.
package struct ForgottenList: Sendable {
    private static let folder = "forgotten"

    private let place: any BackupPlace
    private let folder: String

    /// - Parameter folder: beside the backups' own, whose names are instants.
    package init(_ place: any BackupPlace, folder: String = Self.folder) {
        self.place = place
        self.folder = folder
    }

    /// Each player once, with the earliest instant, in the order in which they were forgotten.
    package func all() async throws -> [ForgottenPlayer] {
        var earliest: [PlayerOfGame: ForgottenPlayer] = [:]
        for file in try await place.files() where file.path.hasPrefix("\(folder)/") {
            guard let player = Self.player(ofFile: String(file.path.dropFirst(folder.utf8.count + 1))) else { continue }
            if let known = earliest[player.id], known.at <= player.at { continue }
            earliest[player.id] = player
        }
        return earliest.values.sorted { ($0.at, $0.game.rawValue, $0.player) < ($1.at, $1.game.rawValue, $1.player) }
    }

    /// Adds those who are missing. When this returns the place has them for good.
    package func add(_ players: [ForgottenPlayer]) async throws {
        let known = Set(try await all().map(\.id))
        for player in players where !known.contains(player.id) {
            try await place.put(Array("\(player.at)\n".utf8), to: "\(folder)/\(Self.file(of: player))")
        }
    }

    /// `sekai-jp.0123456789abcdef.1795176180`: game, pseudonym and Unix seconds.
    static func file(of player: ForgottenPlayer) -> String {
        "\(player.game).\(player.player).\(player.at.unixSeconds)"
    }

    /// nil for a file that is none of ours.
    static func player(ofFile name: String) -> ForgottenPlayer? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 3, let seconds = Int64(parts[parts.count - 1]) else { return nil }
        let game = parts.dropLast(2).joined(separator: ".")
        guard let player = Pseudonym(parts[parts.count - 2]), PathComponent.isSafe(game) else { return nil }
        return ForgottenPlayer(game: GameID(rawValue: game), player: player, at: Instant(unixSeconds: seconds))
    }
}
