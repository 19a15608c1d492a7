import Crypto
import ObjectStorage
import Publisher
import Settings
import Storage

/// Keeps what a bucket holds in the store.
struct StoredMirror: MirrorState {
    private let store: Store
    /// Another bucket, another prefix or another coding is another place.
    private let place: [UInt8]

    private static let boards = "e/"

    init(store: Store, _ settings: PublishBucketSettings) {
        self.store = store
        let words = [settings.bucket.endpoint, settings.bucket.name, settings.bucket.prefix, settings.coding]
        place = Array(SHA256.hash(data: Array(words.joined(separator: "\n").utf8)).prefix(8))
    }

    func isEmpty() async throws -> Bool { try await store.hasNoMirroredObjects(at: place) }

    func digests(of part: MirrorPart) async throws -> [String: ObjectDigest] {
        let rows =
            if let folder = part.folder {
                try await store.mirroredObjects(at: place, in: folder)
            } else {
                try await store.mirroredObjects(at: place, in: Self.boards, excluded: true)
            }
        return rows.compactMapValues { ObjectDigest(bytes: $0) }
    }

    func note(_ digests: [String: ObjectDigest]) async throws {
        try await store.noteMirroredObjects(digests.mapValues(\.bytes), at: place)
    }

    func forget(_ paths: [String]) async throws { try await store.forgetMirroredObjects(paths, at: place) }

    func forgetAll() async throws { try await store.forgetMirroredObjects(at: place) }
}
