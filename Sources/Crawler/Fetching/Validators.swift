/// What tells one version of a body from another (RFC 9110, section 8.8), as the upstream gave it.
package struct Validators: Hashable, Sendable {
    package let etag: String?
    package let lastModified: String?

    package init(etag: String?, lastModified: String?) {
        self.etag = etag
        self.lastModified = lastModified
    }

    package static let none = Validators(etag: nil, lastModified: nil)

    /// The headers of a request that is to be answered only where something has changed.
    var conditions: [String: String] {
        var conditions: [String: String] = [:]
        if let etag { conditions["If-None-Match"] = etag }
        if let lastModified { conditions["If-Modified-Since"] = lastModified }
        return conditions
    }
}
