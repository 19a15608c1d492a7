import ObjectStorage

/// One part: documents, then each step of its roots, then what is gone.
extension BucketMirror {
    func mirror(_ part: MirrorPart, _ content: PartContent, isForced: Bool) async throws -> MirrorReport {
        var report = MirrorReport()
        let known = try await state.digests(of: part)
        var missing: [FolderFile] = []
        for file in content.documents {
            if try await isKnown(file, in: known, comparing: isForced) {
                report.unchanged += 1
            } else {
                missing.append(file)
            }
        }
        for start in stride(from: 0, to: missing.count, by: Self.noteEvery) {
            let some = missing[start..<min(start + Self.noteEvery, missing.count)]
            try await put(Array(some), known: known, report: &report) { try await folder.read($0) }
        }
        for step in content.roots {
            let bytes = Dictionary(step.map { ($0.file, $0.bytes) }) { first, _ in first }
            let changed = step.filter { known[$0.file.path] != ObjectDigest(of: $0.bytes) }
            report.unchanged += step.count - changed.count
            try await put(changed.map(\.file), known: [:], report: &report) { bytes[$0] ?? [] }
        }
        let paths = content.paths
        report.removed += try await remove(known.keys.filter { !paths.contains($0) })
        await folder.note(content, of: part)
        return report
    }

    /// Whether a document is there: one that is known under its name need not be read, for it never changes.
    private func isKnown(
        _ file: FolderFile, in known: [String: ObjectDigest], comparing: Bool
    ) async throws -> Bool {
        guard let digest = known[file.path] else { return false }
        return comparing ? ObjectDigest(of: try await folder.read(file)) == digest : true
    }

    /// Puts files side by side, and notes them once all are there.
    ///
    /// - Parameter known: what is replaced among documents, which never are but where they were damaged.
    private func put(
        _ files: [FolderFile], known: [String: ObjectDigest], report: inout MirrorReport,
        bytes: @escaping @Sendable (FolderFile) async throws -> [UInt8]
    ) async throws {
        if files.isEmpty { return }
        let put = try await Self.eachOf(files) { file in
            let object = try await bytes(file)
            try await bucket.put(object, to: prefix + file.path, metadata: file.metadata)
            return (file.path, ObjectDigest(of: object), object.count)
        }
        try await onReplaced(files.filter { !$0.isImmutable || known[$0.path] != nil }.map(\.path))
        try await state.note(Dictionary(put.map { ($0.0, $0.1) }) { first, _ in first })
        report.put += put.count
        report.putBytes += put.reduce(0) { $0 + $1.2 }
    }

    /// Removes objects.
    ///
    /// - Returns: how many.
    func remove(_ paths: [String]) async throws -> Int {
        let sorted = paths.sorted()
        for start in stride(from: 0, to: sorted.count, by: Self.noteEvery) {
            let some = Array(sorted[start..<min(start + Self.noteEvery, sorted.count)])
            _ = try await Self.eachOf(some) { path in try await bucket.delete(prefix + path) }
            try await onReplaced(some)
            try await state.forget(some)
        }
        return sorted.count
    }

    /// Does something for each item, some at once. The first failure ends it.
    private static func eachOf<Item: Sendable, Value: Sendable>(
        _ items: [Item], _ work: @escaping @Sendable (Item) async throws -> Value
    ) async throws -> [Value] {
        try await withThrowingTaskGroup(of: Value.self) { group in
            var values: [Value] = []
            for (index, item) in items.enumerated() {
                if index >= objectsAtOnce, let value = try await group.next() { values.append(value) }
                group.addTask { try await work(item) }
            }
            for try await value in group { values.append(value) }
            return values
        }
    }
}
