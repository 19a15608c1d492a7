import Glibc
package import Rankings
import SerialExecution

/// The dumps that lie in a folder. The folder alone says what there is.
package actor DumpCatalogue {
    private let folder: String
    private let executor = QueueExecutor(label: "borderline.dumps")

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameter folder: of all dumps; it need not exist.
    package init(folder: String) { self.folder = folder }

    /// The newest dump of an event; nil where there is none.
    package func summary(of event: EventID) throws(DumpError) -> DumpSummary? {
        guard let name = try newest(of: event) else { return nil }
        return DumpSummary(try DataPackage(in: "\(folder)/\(event)/\(name)"), name: name)
    }

    /// Removes an event's dumps but the one that was just made.
    ///
    /// - Parameter previous: stays too, for readers that are on their way; nil keeps no other.
    package func prune(_ event: EventID, keeping name: DumpName, previous: DumpName?) throws(DumpError) {
        for other in try names(of: event) where other != name && other != previous {
            try Folder.remove("\(folder)/\(event)/\(other)")
        }
        try Folder.synchronize("\(folder)/\(event)")
    }

    /// The name of the newest dump: the last one of an event before any other, and of two of one kind the one that was
    /// written later.
    package func newest(of event: EventID) throws(DumpError) -> DumpName? {
        let found = try names(of: event)
        if found.count < 2 { return found.first }
        let finals = found.filter(\.isComplete)
        return (finals.isEmpty ? found : finals).max { writtenAt(event, $0) < writtenAt(event, $1) }
    }

    private func names(of event: EventID) throws(DumpError) -> [DumpName] {
        try Folder.names(in: "\(folder)/\(event)").compactMap { DumpName($0) }
    }

    /// When its last file was written, in nanoseconds.
    private func writtenAt(_ event: EventID, _ name: DumpName) -> Int {
        var status = stat()
        guard stat("\(folder)/\(event)/\(name)/\(Checksums.file)", &status) == 0 else { return 0 }
        return status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    }
}
