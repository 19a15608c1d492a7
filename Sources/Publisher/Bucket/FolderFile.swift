import ObjectStorage
import SiteLayout

/// A published file as a bucket is to hold it.
struct FolderFile: Hashable, Sendable {
    /// Below the output folder, and below the bucket's prefix.
    let path: String
    /// The form it is stored in: plain where it has no compressed sibling.
    let form: BucketCoding

    /// Seconds that what is replaced each minute may be kept: a bucket cannot tell the time to the next edition.
    static let liveSeconds = 10

    /// Where the bytes lie, below the output folder.
    var source: String { path + form.coding.suffix }

    var isImmutable: Bool { PublishedPath.isImmutable(path) }

    var metadata: ObjectMetadata {
        ObjectMetadata(
            contentType: MediaType.of(path), contentEncoding: form.contentEncoding,
            cacheControl: isImmutable
                ? "public, max-age=31536000, immutable"
                : "public, max-age=\(Self.liveSeconds), stale-if-error=86400")
    }
}
