import Glibc

/// What a start does after a stop that may have been unclean.
extension FolderSink {
    /// Removes what dead processes left half-written, and gives every page and root whose siblings are missing or of
    /// other bytes new ones. Call it before anything is published by this process.
    package func repair() throws(PublisherError) -> RepairReport {
        var report = RepairReport()
        guard FileSystem.isFolder(folder) else { return report }
        try repair(folder, depth: 0, report: &report)
        if report != RepairReport() { try FileSystem.sync(folder) }
        return report
    }

    private func repair(_ path: String, depth: Int, report: inout RepairReport) throws(PublisherError) {
        for name in try FileSystem.names(in: path) {
            let item = "\(path)/\(name)"
            if name.hasSuffix(StagedFile.suffix) {
                guard !isOfLivingProcess(name) else { continue }
                try FileSystem.removeTree(item)
                report.leftoversRemoved += 1
            } else if Self.mutableNames.contains(name) {
                try repairSiblings(of: item, report: &report)
            } else if depth < Self.depthLimit && FileSystem.isFolder(item) {
                try repair(item, depth: depth + 1, report: &report)
            }
        }
    }

    private func repairSiblings(of path: String, report: inout RepairReport) throws(PublisherError) {
        let bytes = try FileSystem.read(path)
        for coding in Coding.allCases where coding != .identity {
            let sibling = path + coding.suffix
            if FileSystem.size(of: sibling) != nil, coding.decodes(try FileSystem.read(sibling), to: bytes) { continue }
            try StagedFile(try coding.encode(bytes, effort: .careful, item: path), for: sibling).reveal()
            report.siblingsRewritten += 1
        }
    }

    /// Whether the temporary file belongs to another process that still runs; its id is in the name.
    private func isOfLivingProcess(_ name: String) -> Bool {
        let parts = name.split(separator: ".")
        guard parts.count >= 3, let id = pid_t(parts[parts.count - 3]), id > 0, id != getpid() else { return false }
        return kill(id, 0) == 0 || errno == EPERM
    }

    private static let mutableNames: Set<String> = [
        "index.html", "404.html", "latest.json", "manifest.json", "index.json", "feed.atom", "sitemap.xml",
        "robots.txt", "service-worker.js", "calendar.ics", "site.webmanifest",
    ]
    /// The deepest published file lies in `e/<event>/<board>/names`; a loop of links must end somewhere.
    private static let depthLimit = 8
}
