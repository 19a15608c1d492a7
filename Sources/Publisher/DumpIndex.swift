package import Rankings

/// Every event, with its newest dump where it has one: what `dumps/index.html` and `dumps/index.json` say.
package struct DumpIndex: Hashable, Sendable {
    /// A dump as an index lists it.
    package struct Dump: Hashable, Sendable {
        /// One file of it; bytes are nil where they are not worth saying.
        package struct File: Hashable, Sendable {
            package let name: String
            package let bytes: Int?

            package init(name: String, bytes: Int?) {
                self.name = name
                self.bytes = bytes
            }
        }

        /// The folder of its files below the output folder, without a slash at the end.
        package let path: String
        /// The newest minute it holds; nil where it holds none.
        package let through: Slot?
        /// Nothing comes any more.
        package let isComplete: Bool
        package let observations: Int
        /// Runs of minutes that were not seen.
        package let knownIssues: Int
        package let licence: String?
        package let licenceURL: String?
        package let files: [File]

        package init(
            path: String, through: Slot?, isComplete: Bool, observations: Int, knownIssues: Int, licence: String?,
            licenceURL: String?, files: [File]
        ) {
            self.path = path
            self.through = through
            self.isComplete = isComplete
            self.observations = observations
            self.knownIssues = knownIssues
            self.licence = licence
            self.licenceURL = licenceURL
            self.files = files
        }

        var bytes: Int { files.reduce(0) { $0 + ($1.bytes ?? 0) } }
    }

    /// An event and its dump.
    package struct Item: Hashable, Sendable {
        package let event: Event
        package let dump: Dump?

        package init(event: Event, dump: Dump?) {
            self.event = event
            self.dump = dump
        }
    }

    /// Newest event first.
    package let items: [Item]

    package init(items: [Item]) { self.items = items }
}
