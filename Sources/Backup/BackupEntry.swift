/// A backup as the list shows it.
package struct BackupEntry: Hashable, Sendable {
    /// How far it can be used, by the names and sizes of its files; `verify` looks into them.
    package enum State: Hashable, Sendable {
        case whole(BackupManifest)
        /// A file that the manifest names is missing or has another size.
        case damaged(String)
        /// There is no manifest: it is being written, or was interrupted.
        case unfinished
    }

    package let name: BackupName
    package let state: State
    /// Of all its files.
    package let bytes: Int

    /// nil where it is not whole.
    package var manifest: BackupManifest? {
        if case .whole(let manifest) = state { manifest } else { nil }
    }
}
