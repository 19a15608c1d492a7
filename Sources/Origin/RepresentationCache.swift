import Synchronization

/// The newest version of each file that was asked for, bounded in bytes.
///
/// Two generations: what is asked for is young; when the young fill their half, they become the old, and the old that
/// nobody asked for since are let go.
final class RepresentationCache: Sendable {
    private struct Generations {
        var young: [String: Representation] = [:]
        var youngBytes = 0
        var old: [String: Representation] = [:]
    }

    /// Bytes of a file's path and bookkeeping, added to those of its content.
    private static let overheadBytes = 500

    private let generationBytes: Int
    private let generations = Mutex(Generations())

    /// - Parameter limitBytes: of both generations together.
    init(limitBytes: Int) { generationBytes = limitBytes / 2 }

    /// Nil where the file is not kept or is of another version.
    func find(_ path: String, stamp: FileStamp) -> Representation? {
        generations.withLock { state in
            if let found = state.young[path] { return found.stamp == stamp ? found : nil }
            guard let found = state.old[path], found.stamp == stamp else { return nil }
            insert(found, at: path, into: &state)
            return found
        }
    }

    func keep(_ representation: Representation, at path: String) {
        guard representation.stamp.size + Self.overheadBytes <= generationBytes else { return }
        generations.withLock { insert(representation, at: path, into: &$0) }
    }

    /// Bytes kept, for tests of the bound.
    var keptBytes: Int {
        generations.withLock { state in
            [state.young, state.old].map { $0.values.reduce(0) { $0 + $1.stamp.size + Self.overheadBytes } }
                .reduce(0, +)
        }
    }

    private func insert(_ representation: Representation, at path: String, into state: inout Generations) {
        let bytes = representation.stamp.size + Self.overheadBytes
        if let replaced = state.young[path] { state.youngBytes -= replaced.stamp.size + Self.overheadBytes }
        if state.youngBytes + bytes > generationBytes {
            state.young[path] = nil
            state.old = state.young
            state.young = [:]
            state.youngBytes = 0
        }
        state.old[path] = nil
        state.young[path] = representation
        state.youngBytes += bytes
    }
}
