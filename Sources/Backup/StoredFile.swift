/// A file of a place where backups are.
package struct StoredFile: Hashable, Sendable {
    /// From the place's root, such as `20261121T024947Z/manifest.json`.
    package let path: String
    package let bytes: Int

    package init(path: String, bytes: Int) {
        self.path = path
        self.bytes = bytes
    }
}
