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

    /// What the manifest says now; where there is none, or it is none, nothing is known.
    func current() async -> Publication {
        guard let manifest = await files.find("manifest.json", .identity), case .whole(let bytes) = manifest.content
        else { return .unknown }
        return known.withLock { state in
            if state.tag != manifest.tag {
                state.tag = manifest.tag
                state.publication = Publication(manifest: bytes.readableBytesView) ?? .unknown
            }
            return state.publication
        }
    }
}
