import Synchronization

/// The files that were asked for, bounded in bytes.
///
/// Two generations: what is asked for is young; when the young fill their half, they become the old, and the old that
/// nobody asked for since are let go.
final class FileMemory: Sendable {
    private struct Generations {
        var young: [String: KnownFile] = [:]
        var youngBytes = 0
        var old: [String: KnownFile] = [:]
    }

    private let generationBytes: Int
    private let generations = Mutex(Generations())

    /// - Parameter limitBytes: of both generations together.
    init(limitBytes: Int) { generationBytes = limitBytes / 2 }

    /// Nil where the file is not kept.
    func find(_ path: String) -> KnownFile? {
        generations.withLock { state in
            if let found = state.young[path] { return found }
            guard let found = state.old[path] else { return nil }
            insert(found, at: path, into: &state)
            return found
        }
    }

    func keep(_ file: KnownFile, at path: String) {
        generations.withLock { insert(file, at: path, into: &$0) }
    }

    func remove(_ path: String) {
        generations.withLock { state in
            if let removed = state.young.removeValue(forKey: path) { state.youngBytes -= removed.bytes }
            state.old[path] = nil
        }
    }

    /// Adds what was read of a file, where it is still the same.
    func add(_ representation: Representation, _ coding: ContentCoding, to path: String) {
        generations.withLock { state in
            guard var file = state.young[path] ?? state.old[path] else { return }
            file.keep(representation, coding)
            insert(file, at: path, into: &state)
        }
    }

    /// Bytes kept, for tests of the bound.
    var keptBytes: Int {
        generations.withLock { state in
            [state.young, state.old].map { $0.values.reduce(0) { $0 + $1.bytes } }.reduce(0, +)
        }
    }

    private func insert(_ file: KnownFile, at path: String, into state: inout Generations) {
        if let replaced = state.young.removeValue(forKey: path) { state.youngBytes -= replaced.bytes }
        state.old[path] = nil
        guard file.bytes <= generationBytes else { return }
        if state.youngBytes + file.bytes > generationBytes {
            state.old = state.young
            state.young = [:]
            state.youngBytes = 0
        }
        state.young[path] = file
        state.youngBytes += file.bytes
    }
}
