package import ObjectStorage

/// Backups in a bucket, all keys with one prefix.
package struct BucketPlace: BackupPlace {
    private let bucket: Bucket
    private let prefix: String

    /// - Parameter prefix: such as `borderline/`; may be empty.
    package init(_ bucket: Bucket, prefix: String) {
        self.bucket = bucket
        self.prefix = prefix
    }

    package var name: String { "\(bucket.address)/\(prefix)" }

    package func put(_ bytes: [UInt8], to path: String) async throws { try await bucket.put(bytes, to: prefix + path) }

    package func get(_ path: String, limitBytes: Int) async throws -> [UInt8]? {
        do {
            return try await bucket.get(prefix + path, limitBytes: limitBytes)
        } catch let error as BucketError {
            if case .absent = error.kind, error.code != "NoSuchBucket" { return nil }
            throw error
        }
    }

    package func files() async throws -> [StoredFile] {
        try await bucket.list(prefix: prefix).map {
            StoredFile(path: String($0.key.dropFirst(prefix.count)), bytes: $0.bytes)
        }
    }

    package func remove(_ path: String) async throws { try await bucket.delete(prefix + path) }
}
