/// Where a bucket is. Requests name it in the path (`https://endpoint/bucket/key`), which every S3-compatible service
/// understands.
package struct BucketAddress: Hashable, Sendable, CustomStringConvertible {
    /// The service's `http` or `https` address without a final slash.
    package let endpoint: String
    /// The region the service expects in signatures; those that have none take `us-east-1`.
    package let region: String
    package let bucket: String

    package init(endpoint: String, region: String, bucket: String) {
        self.endpoint = endpoint
        self.region = region
        self.bucket = bucket
    }

    package var description: String { "\(endpoint)/\(bucket)" }

    /// The address of an object; of the bucket itself where the key is empty.
    ///
    /// - Parameter query: sorted by name. libcurl signs it as it stands.
    func url(key: String = "", query: [(name: String, value: String)] = []) -> String {
        let path = key.isEmpty ? "" : "/" + PercentEncoding.encode(key, alsoPlain: "/")
        let fields = query.map { "\($0.name)=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
        return "\(endpoint)/\(PercentEncoding.encode(bucket))\(path)" + (fields.isEmpty ? "" : "?\(fields)")
    }
}
