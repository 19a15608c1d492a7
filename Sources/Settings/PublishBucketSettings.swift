/// A bucket for published files.
package struct PublishBucketSettings: Hashable, Sendable {
    package var bucket: BucketSettings
    /// The form files are stored in: `br`, `gzip` or `identity`.
    package var coding: String

    /// The forms there are.
    static let codings = ["br", "gzip", "identity"]
}
