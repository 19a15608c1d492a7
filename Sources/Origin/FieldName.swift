/// Names of the fields that answers carry, as they are written.
enum FieldName {
    static let acceptRanges = "Accept-Ranges"
    static let allow = "Allow"
    static let cacheControl = "Cache-Control"
    static let cdnCacheControl = "CDN-Cache-Control"
    static let connection = "Connection"
    static let contentEncoding = "Content-Encoding"
    static let contentLength = "Content-Length"
    static let contentRange = "Content-Range"
    static let contentType = "Content-Type"
    static let date = "Date"
    static let entityTag = "ETag"
    static let lastModified = "Last-Modified"
    static let location = "Location"
    static let vary = "Vary"
}
