/// An object of a bucket as a listing shows it.
package struct StoredObject: Hashable, Sendable {
    package let key: String
    package let bytes: Int
    /// nil where the service does not tell it.
    package let digest: ObjectDigest?

    package init(key: String, bytes: Int, digest: ObjectDigest? = nil) {
        self.key = key
        self.bytes = bytes
        self.digest = digest
    }
}
