import Rankings

/// Puts published files into a folder, each with its compressed siblings where it has some, so that a reader never sees
/// half a file nor a root whose dependencies are not there.
///
/// Its functions block on the disk and on compression: call them off the cooperative pool. Calls for different boards
/// may run at once; calls for one board come one after the other.
package struct FolderSink: Sendable {
    /// The output folder; made where it is missing.
    package let folder: String

    package init(folder: String) { self.folder = folder }

    /// What of a file that is there already is believed to be right.
    package enum Trust: Sendable {
        /// Where the plain bytes are right, so are its compressed siblings.
        case plainBytes
        /// The plain bytes are compared, and the siblings decoded.
        case whatCanBeRead
        /// Everything is written again.
        case nothing
    }

    /// Publishes an edition: its dependencies, one `syncfs`, then its roots in their order. Files whose bytes are there
    /// already are not touched. Where a newer edition of the board is there, the roots stay as they are: another
    /// process was faster, and a page never goes back.
    ///
    /// - Parameter isLast: no newer edition can be right; one that is there is replaced.
    /// - Throws: the roots published before are whole then, and still name only what is there.
    @discardableResult
    package func publish(
        _ files: EditionFiles, trusting trust: Trust = .plainBytes, isLast: Bool = false
    ) throws(PublisherError) -> SinkReport {
        var report = try publish(files.dependencies, trusting: trust)
        let lock = try files.place.map { place throws(PublisherError) in
            try FolderLock("\(folder)/\(OutputPath.folder(of: place.board))")
        }
        defer { lock?.release() }
        if let place = files.place, !isLast, try newestSlot(of: place.board).map({ $0 > place.slot }) ?? false {
            report.superseded += files.roots.count
            return report
        }
        var staged: [StagedFile] = []
        do {
            for root in files.roots {
                let twin = files.dependencies.first { $0.bytes == root.bytes && $0.effort == root.effort }
                staged += try stage(root, like: twin, trusting: trust, report: &report)
            }
            if !staged.isEmpty || report.written > 0 { try FileSystem.sync(folder) }
            for file in staged { try file.reveal() }
        } catch {
            for file in staged { file.discard() }
            throw error
        }
        if let place = files.place {
            // In a language that pages are in no longer, nothing would ever renew them.
            let roots = Set(files.roots.map(\.path))
            for page in try pages(of: place.board) where !roots.contains(page) { try remove(page) }
        }
        return report
    }

    /// The slot of the board's root; nil where it has none, or none that can be read.
    private func newestSlot(of board: BoardID) throws(PublisherError) -> Slot? {
        let path = "\(folder)/\(OutputPath.latest(of: board))"
        guard FileSystem.size(of: path) != nil else { return nil }
        let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
        guard let match = text.firstMatch(of: /"slot":([0-9]{1,15}),/), let seconds = Int64(match.1) else { return nil }
        return Slot(unixMinute: seconds / 60)
    }

    /// Publishes files that nothing orders, such as those of a forecast. They are not yet forced to the disk: the
    /// edition that names them does that.
    @discardableResult
    package func publish(
        _ files: [OutputFile], trusting trust: Trust = .plainBytes
    ) throws(PublisherError) -> SinkReport {
        var report = SinkReport()
        for file in files {
            var staged: [StagedFile] = []
            do {
                staged = try stage(file, trusting: trust, report: &report)
                for part in staged { try part.reveal() }
            } catch {
                for part in staged { part.discard() }
                throw error
            }
        }
        return report
    }

    /// Whether a file is there.
    func holds(_ path: String) -> Bool { FileSystem.size(of: "\(folder)/\(path)") != nil }

    /// Writes what changed of a file beside its place, the plain bytes last; empty where nothing did.
    ///
    /// - Parameter twin: a published file of the same bytes and effort; the two share what is on the disk.
    private func stage(
        _ file: OutputFile, like twin: OutputFile? = nil, trusting trust: Trust, report: inout SinkReport
    ) throws(PublisherError) -> [StagedFile] {
        guard OutputPath.isSafe(file.path) else {
            throw PublisherError(.path, item: file.path, problem: "is not a path below the output folder")
        }
        let path = "\(folder)/\(file.path)"
        if try isPublished(file, at: path, trusting: trust) {
            report.unchanged += 1
            return []
        }
        try FileSystem.makeFolder(above: path)
        var staged: [StagedFile] = []
        do {
            for coding in file.codings {
                if let twin {
                    let other = "\(folder)/\(twin.path)\(coding.suffix)"
                    if let linked = try StagedFile(linking: other, for: path + coding.suffix) {
                        staged.append(linked)
                        continue
                    }
                }
                let bytes = try coding.encode(file.bytes, effort: file.effort, item: file.path)
                staged.append(try StagedFile(bytes, for: path + coding.suffix))
                report.writtenBytes += bytes.count
            }
        } catch {
            for part in staged { part.discard() }
            throw error
        }
        report.written += 1
        return staged
    }

    private func isPublished(
        _ file: OutputFile, at path: String, trusting trust: Trust
    ) throws(PublisherError) -> Bool {
        guard trust != .nothing, FileSystem.size(of: path) == file.bytes.count else { return false }
        for coding in file.codings where (FileSystem.size(of: path + coding.suffix) ?? 0) == 0 { return false }
        guard try FileSystem.read(path) == file.bytes else { return false }
        if trust == .plainBytes { return true }
        for coding in file.codings where coding != .identity {
            guard try coding.decodes(FileSystem.read(path + coding.suffix), to: file.bytes) else { return false }
        }
        return true
    }
}
