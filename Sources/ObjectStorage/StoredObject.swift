/// An object of a bucket as a listing shows it.
package struct StoredObject: Hashable, Sendable {
    package let key: String
    package let bytes: Int

    package init(key: String, bytes: Int) {
        self.key = key
        self.bytes = bytes
    }
}
