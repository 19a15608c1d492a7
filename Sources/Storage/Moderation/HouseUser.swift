package import Rankings

/// A user of one's own boards, as moderators name them.
package struct HouseUser: Hashable, Sendable {
    let number: Int64
    package let player: Pseudonym
}
