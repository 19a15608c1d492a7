import Rankings

/// Puts published files into a folder, each with its compressed siblings, so that a reader never sees half a file nor a
/// root whose dependencies are not there.
///
/// Its functions block on the disk and on compression: call them off the cooperative pool. Calls for different boards
/// may run at once; calls for one board come one after the other.
package struct FolderSink: Sendable {
    /// The output folder; made where it is missing.
    package let folder: String

    package init(folder: String) { self.folder = folder }

    /// Publishes an edition: its dependencies, one `syncfs`, then its roots in their order. Files whose bytes are there
    /// already are not touched.
    ///
    /// - Throws: the roots published before are whole then, and still name only what is there.
    @discardableResult
    package func publish(_ files: EditionFiles) throws(PublisherError) -> SinkReport {
        var report = try publish(files.dependencies)
        var staged: [StagedFile] = []
        do {
            for root in files.roots { staged += try stage(root, report: &report) }
            if !staged.isEmpty || report.written > 0 { try FileSystem.sync(folder) }
            for file in staged { try file.reveal() }
        } catch {
            for file in staged { file.discard() }
            throw error
        }
        return report
    }

    /// Publishes files that nothing orders, such as those of a forecast. They are not yet forced to the disk: the
    /// edition that names them does that.
    @discardableResult
    package func publish(_ files: [OutputFile]) throws(PublisherError) -> SinkReport {
        var report = SinkReport()
        for file in files {
            var staged: [StagedFile] = []
            do {
                staged = try stage(file, report: &report)
                for part in staged { try part.reveal() }
            } catch {
                for part in staged { part.discard() }
                throw error
            }
        }
        return report
    }

    /// Writes what changed of a file beside its place, the plain bytes last; empty where nothing did.
    private func stage(_ file: OutputFile, report: inout SinkReport) throws(PublisherError) -> [StagedFile] {
        guard OutputPath.isSafe(file.path) else {
            throw PublisherError(.path, item: file.path, problem: "is not a path below the output folder")
        }
        let path = "\(folder)/\(file.path)"
        if try isPublished(file, at: path) {
            report.unchanged += 1
            return []
        }
        try FileSystem.makeFolder(above: path)
        var staged: [StagedFile] = []
        do {
            for coding in Coding.allCases {
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

    private func isPublished(_ file: OutputFile, at path: String) throws(PublisherError) -> Bool {
        guard FileSystem.size(of: path) == file.bytes.count else { return false }
        for coding in Coding.allCases where (FileSystem.size(of: path + coding.suffix) ?? 0) == 0 { return false }
        return try FileSystem.read(path) == file.bytes
    }
}
