/// Who submits, as the token says.
package struct ScoreUser: Hashable, Sendable {
    /// Bytes of a subject: an account's id, a UUID, an e-mail address.
    package static let longestSubject = 128
    /// Characters of a name, which lists have room for.
    package static let longestName = 64
    /// Groups that are looked at.
    package static let mostGroups = 64
    /// Bytes of the address of a picture.
    package static let longestAvatar = 255

    package let subject: String
    package let name: String
    package let avatar: String?
    /// Regions, clubs or teams the user is of.
    package let groups: Set<String>

    package init(subject: String, name: String, avatar: String?, groups: Set<String> = []) {
        self.subject = subject
        self.name = name
        self.avatar = avatar
        self.groups = groups
    }
}
