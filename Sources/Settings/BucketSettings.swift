/// A bucket of an S3-compatible service.
package struct BucketSettings: Hashable, Sendable {
    /// The service's address, without a final slash.
    package var endpoint: String
    package var region: String
    package var name: String
    /// What every key begins with; may be empty.
    package var prefix: String
    /// The public half of the credentials.
    package var accessKey: Secret
    /// The secret half.
    package var secretKey: Secret
}
