/// Why the private server of the tests could not be started.
struct PrivateServerError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
