/// A URL scheme that a transfer may use; libcurl's many others (`file`, `ftp`, …) are never switched on.
package enum Scheme: String, CaseIterable, Sendable {
    case http
    case https
}
