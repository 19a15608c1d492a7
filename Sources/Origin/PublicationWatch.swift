import NIOCore
import Synchronization

/// Follows `manifest.json`: reads it again when the file has changed.
final class PublicationWatch: Sendable {
    private struct Known {
        var tag: String?
        var publication = Publication.unknown
    }

    private let files: FileStore
    private let known = Mutex(Known())

    init(files: FileStore) { self.files = files }

    /// What the manifest says now; where there is none, or it is none, nothing is known of what is to come. Nil where
    /// it must be read first and the caller may not.
    func current(mayRead: Bool) -> Publication? {
        guard let file = files.look(at: Self.path) else { return .unknown }
        let manifest: Representation
        switch files.find(Self.path, .identity, in: file, mayRead: mayRead) {
        case .unread: return nil
        case .absent: return .unknown
        case .found(let found): manifest = found
        }
        guard case .whole(let bytes) = manifest.content else { return .unknown }
        return known.withLock { state in
            if state.tag != manifest.tag {
                state.tag = manifest.tag
                state.publication = Publication(manifest: bytes.readableBytesView) ?? .unknown
            }
            return state.publication
        }
    }

    private static let path = "manifest.json"
}
