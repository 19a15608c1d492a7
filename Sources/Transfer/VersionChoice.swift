/// Which version of HTTP a request is sent in.
package enum VersionChoice: Sendable {
    /// HTTP/2 where TLS negotiates it, else HTTP/1.1.
    case automatic
    case http11
}
