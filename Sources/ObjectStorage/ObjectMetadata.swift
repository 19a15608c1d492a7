/// What is kept beside an object's bytes and sent with them to whoever reads it.
package struct ObjectMetadata: Hashable, Sendable {
    package var contentType: String
    /// Such as `br`; nil for bytes that are what they are.
    package var contentEncoding: String?
    /// nil leaves it to the service.
    package var cacheControl: String?

    package init(
        contentType: String = "application/octet-stream", contentEncoding: String? = nil, cacheControl: String? = nil
    ) {
        self.contentType = contentType
        self.contentEncoding = contentEncoding
        self.cacheControl = cacheControl
    }
}
