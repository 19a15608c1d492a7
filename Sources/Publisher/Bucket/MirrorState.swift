package import ObjectStorage

/// What a bucket holds as far as it is known, kept over restarts.
package protocol MirrorState: Sendable {
    /// Whether nothing is known of the bucket.
    func isEmpty() async throws -> Bool
    /// The objects of a part, by path.
    func digests(of part: MirrorPart) async throws -> [String: ObjectDigest]
    /// Notes objects that were put.
    func note(_ digests: [String: ObjectDigest]) async throws
    /// Notes that objects were removed.
    func forget(_ paths: [String]) async throws
    /// Drops everything.
    func forgetAll() async throws
}
