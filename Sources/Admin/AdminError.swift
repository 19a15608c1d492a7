/// Why the admin listener stopped by itself.
package struct AdminError: Error, CustomStringConvertible {
    package let host: String
    package let port: Int
    package let underlying: any Error

    package var description: String {
        "the admin listener cannot use \(host) port \(port): \(underlying); see the keys admin.host and admin.port"
    }
}
