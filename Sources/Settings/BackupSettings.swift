/// Where backups are kept and how.
package struct BackupSettings: Hashable, Sendable {
    /// Where they are kept.
    package enum Place: Hashable, Sendable {
        /// A folder of this machine, absolute.
        case folder(String)
        case bucket(BucketSettings)
    }

    /// Nil where none is configured: no backup can be made.
    package var place: Place?
    /// What they are encrypted with; nil leaves them readable.
    package var passphrase: Secret?
}
