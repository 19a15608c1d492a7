package import Rankings

/// What an index says of a dump.
package struct DumpSummary: Hashable, Sendable {
    /// One file of it.
    package struct File: Hashable, Sendable {
        package let name: String
        /// nil where the dump does not say.
        package let bytes: Int?
    }

    package let name: DumpName
    /// The newest minute; nil where there is none.
    package let through: Slot?
    package let observations: Int
    /// Of minutes that were not seen.
    package let knownIssues: Int
    package let licence: DumpLicence?
    /// The tables, then the other files.
    package let files: [File]

    package var isComplete: Bool { name.isComplete }
    /// Of all tables, compressed.
    package var bytes: Int { files.reduce(0) { $0 + ($1.bytes ?? 0) } }

    init(_ package: DataPackage, name: DumpName) {
        self.name = name
        through = package.through.flatMap { Instant($0) }.map(Slot.init(containing:))
        observations = package.observations
        knownIssues = package.knownIssues.count
        licence = package.licenses?.first
        files =
            package.resources.map { File(name: $0.path, bytes: $0.bytes) }
            + [DataPackage.file, Checksums.file, DumpFiles.expander].map { File(name: $0, bytes: nil) }
    }
}
