import HTTPTypes

extension HTTPField.Name {
    // Literals of token characters, so none of these initialisers fails.
    static let cdnCacheControl = Self("CDN-Cache-Control")!  // a literal token
    static let referrerPolicy = Self("Referrer-Policy")!  // a literal token
    static let permissionsPolicy = Self("Permissions-Policy")!  // a literal token
    static let crossOriginOpenerPolicy = Self("Cross-Origin-Opener-Policy")!  // a literal token
}
