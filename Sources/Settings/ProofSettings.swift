/// Replays that prove actions: which are taken, and where they are kept.
package struct ProofSettings: Hashable, Sendable {
    /// Where they are kept.
    package enum Place: Hashable, Sendable {
        /// A folder of this machine, absolute.
        case folder(String)
        case bucket(BucketSettings)
    }

    package var place: Place
    /// Bytes of one at most.
    package var mostBytes: Int
    /// Media types in lower case; never empty.
    package var types: [String]
}
