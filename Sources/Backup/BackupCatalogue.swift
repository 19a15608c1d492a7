package import Rankings

/// The backups of one place.
package struct BackupCatalogue: Sendable {
    /// After a day without a manifest a backup counts as interrupted: none takes that long.
    private static let unfinishedLimit = Duration.hours(24)

    private let place: any BackupPlace

    package init(_ place: any BackupPlace) { self.place = place }

    /// All of them, newest first. Files that belong to no backup are left out.
    package func entries() async throws -> [BackupEntry] {
        let files = Dictionary(grouping: try await place.files()) { file in
            file.path.firstIndex(of: "/").flatMap { BackupName(String(file.path[..<$0])) }
        }
        var entries: [BackupEntry] = []
        for (name, files) in files {
            guard let name else { continue }
            entries.append(
                BackupEntry(
                    name: name, state: try await state(of: name, files), bytes: files.reduce(0) { $0 + $1.bytes }))
        }
        return entries.sorted { $0.name > $1.name }
    }

    /// The manifest of one backup.
    ///
    /// - Parameter name: nil means the newest whole one.
    /// - Throws: `BackupError` where there is none, or it was never finished.
    package func manifest(of name: BackupName?) async throws -> BackupManifest {
        guard let name else {
            guard let newest = try await entries().lazy.compactMap(\.manifest).first else {
                throw BackupError.absent(name: nil, place: place.name)
            }
            return newest
        }
        if let manifest = try await storedManifest(of: name) { return manifest }
        guard try await place.files().contains(where: { $0.path.hasPrefix("\(name)/") }) else {
            throw BackupError.absent(name: name.description, place: place.name)
        }
        throw BackupError.unfinished(name: name.description)
    }

    /// Hands over the bytes of one of a backup's streams in order.
    ///
    /// - Throws: also after the last bytes, where they turn out not to be all of them: nothing may rest on a part.
    package func read(
        _ stream: BackupManifest.Stream, of manifest: BackupManifest, passphrase: String?,
        _ take: ([UInt8]) async throws -> Void
    ) async throws {
        try await reader(stream, manifest, passphrase).read(take)
    }

    /// Reads everything back, and throws the first file that is not as it was written. Without a passphrase an
    /// encrypted backup is compared with its manifest and not looked into.
    ///
    /// - Returns: whether it was looked into.
    package func verify(_ manifest: BackupManifest, passphrase: String?) async throws -> Bool {
        let isReadable = !manifest.encrypted || passphrase != nil
        for stream in manifest.streams {
            if isReadable {
                try await reader(stream, manifest, passphrase).read { _ in }
            } else {
                try await StreamReader(place: place, folder: manifest.name, stream: stream, passphrase: nil)
                    .checkParts()
            }
        }
        return isReadable
    }

    /// Removes the whole backups that are not kept, and those that were interrupted a day ago or earlier. Damaged ones
    /// stay for a person to look at.
    ///
    /// - Returns: what was removed, oldest first.
    package func prune(_ retention: Retention, now: Instant) async throws -> [BackupName] {
        let entries = try await entries()
        let kept = retention.kept(entries.filter { $0.manifest != nil }.map(\.name))
        let removed = entries.filter { entry in
            switch entry.state {
            case .whole: !kept.contains(entry.name)
            case .damaged: false
            case .unfinished: entry.name.instant < now - Self.unfinishedLimit
            }
        }.map(\.name).sorted()
        for name in removed { try await remove(name) }
        return removed
    }

    private func remove(_ name: BackupName) async throws {
        // The manifest first: what is left by an interruption is no backup.
        try await place.remove("\(name)/\(BackupManifest.fileName)")
        for file in try await place.files() where file.path.hasPrefix("\(name)/") { try await place.remove(file.path) }
    }

    private func reader(
        _ stream: BackupManifest.Stream, _ manifest: BackupManifest, _ passphrase: String?
    ) throws(BackupError) -> StreamReader {
        if manifest.encrypted && passphrase == nil { throw .passphraseMissing(name: manifest.name) }
        return StreamReader(
            place: place, folder: manifest.name, stream: stream, passphrase: manifest.encrypted ? passphrase : nil)
    }

    private func storedManifest(of name: BackupName) async throws -> BackupManifest? {
        let path = "\(name)/\(BackupManifest.fileName)"
        guard let bytes = try await place.get(path, limitBytes: BackupManifest.limitBytes) else { return nil }
        let manifest = try BackupManifest(bytes, item: path)
        guard manifest.name == name.description else {
            throw BackupError.manifest(item: path, problem: "is that of backup \(manifest.name)")
        }
        return manifest
    }

    private func state(of name: BackupName, _ files: [StoredFile]) async throws -> BackupEntry.State {
        do {
            guard let manifest = try await storedManifest(of: name) else { return .unfinished }
            let sizes = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
            let bad = manifest.parts.first { sizes["\(name)/\($0.name)"] != $0.bytes }
            return bad.map { .damaged("\(name)/\($0.name)") } ?? .whole(manifest)
        } catch BackupError.manifest(let item, _) {
            return .damaged(item)
        }
    }
}
