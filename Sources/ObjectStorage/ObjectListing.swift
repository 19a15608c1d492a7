/// One page of a listing (`ListObjectsV2`).
struct ObjectListing {
    let objects: [StoredObject]
    /// Asks for the next page; nil on the last.
    let continuation: String?

    /// nil where the text is no listing.
    init?(_ xml: String) {
        let text = xml[...]
        guard text.contains("<ListBucketResult") else { return nil }
        // Services that do not know the parameter leave it out, and then the keys are written as they are.
        let isEncoded = XMLText.text(of: "EncodingType", in: text) == "url"
        var objects: [StoredObject] = []
        for element in XMLText.contents(of: "Contents", in: text) {
            guard let written = XMLText.text(of: "Key", in: element),
                let key = isEncoded ? PercentEncoding.decode(written) : written,
                let bytes = XMLText.text(of: "Size", in: element).flatMap({ Int($0) })
            else { return nil }
            let digest = XMLText.text(of: "ETag", in: element).flatMap { ObjectDigest(entityTag: $0) }
            objects.append(StoredObject(key: key, bytes: bytes, digest: digest))
        }
        self.objects = objects
        continuation =
            XMLText.text(of: "IsTruncated", in: text) == "true"
            ? XMLText.text(of: "NextContinuationToken", in: text) : nil
    }
}
