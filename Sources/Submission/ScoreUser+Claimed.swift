import Scoring

extension ScoreUser {
    /// What lists show of a player of whom no name is known.
    private static let anonymous = "Player"

    /// A user as a token or a server says: a name is shown without control characters, a picture where it comes over
    /// TLS. Nil where the subject is missing or too long.
    init?(subject: String?, claimedName: String?, claimedPicture: String?, groups: [String]?) {
        guard let subject, (1...Self.longestSubject).contains(subject.utf8.count) else { return nil }
        self.init(
            subject: subject, name: Self.shownName(claimedName) ?? Self.anonymous,
            avatar: Self.shownPicture(claimedPicture), groups: Set((groups ?? []).prefix(Self.mostGroups)))
    }

    private static func shownName(_ name: String?) -> String? {
        let shown = (name ?? "").unicodeScalars.filter { $0.properties.generalCategory != .control }
        return shown.isEmpty ? nil : String(String.UnicodeScalarView(shown.prefix(longestName)))
    }

    /// Pictures come over TLS and from nowhere else.
    private static func shownPicture(_ picture: String?) -> String? {
        guard let picture, picture.hasPrefix("https://"), picture.utf8.count <= longestAvatar,
            picture.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) })
        else { return nil }
        return picture
    }
}
