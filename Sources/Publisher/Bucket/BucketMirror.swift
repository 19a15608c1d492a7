package import ObjectStorage

/// Keeps a bucket as the output folder is: what documents name before them, nothing twice, and nothing older over
/// anything newer, as one process at a time does it, from a folder in which roots only move on.
///
/// The folder comes first: nothing here makes a publication wait. Whatever fails is behind until the next call.
package struct BucketMirror: Sendable {
    /// What a bucket is given whatever was put before.
    package enum Scope: Sendable {
        /// What is not known to be there.
        case changes
        /// What its own listing does not show as it should be; and objects that should not be there are removed.
        case verification
        /// Everything.
        case all
    }

    /// Objects on their way at once: as many connections as one service takes without refusing some.
    package static let objectsAtOnce = 8
    /// Boards on their way at once, so that one with much to put does not hold up the others.
    static let boardsAtOnce = 4
    /// Objects that are put before it is noted that they are: what a process that is killed puts again at most.
    static let noteEvery = 64

    let folder: PublishedFolder
    let bucket: Bucket
    let prefix: String
    let state: any MirrorState
    /// Called with the paths of what readers have seen in another form, or at all, once the bucket shows it anew.
    let onReplaced: @Sendable ([String]) async throws -> Void

    /// - Parameters:
    ///   - folder: the output folder.
    ///   - prefix: of every key, such as `site/`; may be empty.
    package init(
        folder: String, bucket: Bucket, prefix: String, coding: BucketCoding, state: any MirrorState,
        onReplaced: @escaping @Sendable ([String]) async throws -> Void = { _ in }
    ) {
        self.folder = PublishedFolder(folder: folder, form: coding)
        self.bucket = bucket
        self.prefix = prefix
        self.state = state
        self.onReplaced = onReplaced
    }

    /// Brings the bucket up to date, boards that changed last first, the front page and the manifest at the end.
    ///
    /// - Parameter deadline: no further board is begun after it.
    /// - Throws: where nothing could be done at all: the state or the lock failed. What the bucket refuses is in the
    ///   report.
    package func catchUp(
        _ scope: Scope = .changes, until deadline: ContinuousClock.Instant? = nil
    ) async throws -> MirrorReport {
        guard let lock = try await folder.lock() else {
            var report = MirrorReport()
            report.isHeldElsewhere = true
            return report
        }
        defer { lock.release() }
        do {
            let strangers = try await prepare(scope)
            var report = try await mirror(scope, until: deadline)
            if report.isComplete { report.removed += try await remove(strangers) }
            return report
        } catch let error as BucketError {
            var report = MirrorReport()
            report.behind = 1
            report.failure = error
            return report
        }
    }

    /// Brings what is known of the bucket in line with the scope.
    ///
    /// - Returns: paths of objects that lie where ours do and belong to no part of the folder.
    private func prepare(_ scope: Scope) async throws -> [String] {
        switch scope {
        case .changes:
            // A database that was restored, or a bucket that another one filled.
            if try await state.isEmpty(), try await !folder.boards().isEmpty { _ = try await adopt() }
            return []
        case .verification:
            let listed = try await adopt()
            let boards = Set(try await folder.boards())
            return listed.filter { path in
                let part = MirrorPart(of: path)
                return part != .site && !boards.contains(part)
            }
        case .all:
            try await state.forgetAll()
            return []
        }
    }

    /// Takes the bucket's own listing for what is known of it.
    ///
    /// - Returns: the paths it shows.
    private func adopt() async throws -> [String] {
        let objects = try await bucket.list(prefix: prefix).filter { Self.isOurs($0.key.dropFirst(prefix.count)) }
        try await state.forgetAll()
        let known = objects.compactMap { object in
            object.digest.map { (String(object.key.dropFirst(prefix.count)), $0) }
        }
        try await state.note(Dictionary(known) { first, _ in first })
        return objects.map { String($0.key.dropFirst(prefix.count)) }
    }

    /// Whether a path is one that could be published: another's objects beside ours are left alone.
    private static func isOurs(_ path: Substring) -> Bool {
        OutputPath.isSafe(String(path))
            && (["e/", "assets/", "\(OutputPath.dumps)/"].contains(where: path.hasPrefix) || !path.contains("/"))
    }

    private func mirror(_ scope: Scope, until deadline: ContinuousClock.Instant?) async throws -> MirrorReport {
        let isForced = if case .changes = scope { false } else { true }
        // Read before the boards, so that it tells of nothing that those do not have yet.
        let site = try await folder.content(of: .site, isForced: isForced)
        var report = try await mirrorBoards(isForced: isForced, until: deadline)
        if let site {
            if report.isComplete {
                report.add(await contained { try await mirror(.site, site, isForced: isForced) })
            } else {
                report.behind += 1
            }
        }
        return report
    }

    private func mirrorBoards(isForced: Bool, until deadline: ContinuousClock.Instant?) async throws -> MirrorReport {
        let boards = try await folder.boards()
        return try await withThrowingTaskGroup(of: MirrorReport.self) { group in
            var report = MirrorReport()
            var underWay = 0
            for (index, board) in boards.enumerated() {
                if underWay >= Self.boardsAtOnce, let done = try await group.next() {
                    underWay -= 1
                    report.add(done)
                }
                if deadline.map({ .now > $0 }) ?? false || Self.isFinal(report.failure) {
                    report.behind += boards.count - index
                    break
                }
                guard let content = try await folder.content(of: board, isForced: isForced) else { continue }
                underWay += 1
                group.addTask { await contained { try await mirror(board, content, isForced: isForced) } }
            }
            for try await done in group { report.add(done) }
            return report
        }
    }

    /// Whether the next object would fail as well.
    private static func isFinal(_ error: (any Error)?) -> Bool {
        guard let error else { return false }
        guard let error = error as? BucketError else { return !(error is PublisherError) }
        switch error.kind {
        case .unreachable, .denied, .absent: return true
        case .answered, .unreadable, .tooLarge: return false
        }
    }

    /// One part's failure is its own; a file that went away meanwhile is looked for again the next time.
    private func contained(_ work: () async throws -> MirrorReport) async -> MirrorReport {
        do {
            return try await work()
        } catch {
            var report = MirrorReport()
            report.behind = 1
            report.failure = error
            return report
        }
    }
}
