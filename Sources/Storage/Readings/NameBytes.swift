/// A name as its bytes. Swift calls `é` and `e` with an accent equal; history does not, since a player wrote one of
/// them.
struct NameBytes: Hashable, Comparable, Sendable {
    let utf8: [UInt8]

    init(_ text: String) { utf8 = Array(text.utf8) }

    var text: String { String(decoding: utf8, as: UTF8.self) }

    static func < (left: Self, right: Self) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }
}
