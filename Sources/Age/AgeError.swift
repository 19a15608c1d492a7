/// Why encrypted bytes cannot be read, or none can be made.
package enum AgeError: Error, Hashable, Sendable {
    /// The bytes do not begin as an age file does.
    case notAge
    /// It is an age file, but for keys and not for a passphrase, or one that takes more work than we allow.
    case unsupported(String)
    case wrongPassphrase
    /// The bytes were cut, changed or put in another order.
    case damaged
    /// The library failed by itself, for want of memory as a rule.
    case library
}

extension AgeError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAge: "is no file encrypted by age"
        case .unsupported(let what): "is encrypted in a way that is not supported: \(what)"
        case .wrongPassphrase: "is encrypted with another passphrase"
        case .damaged: "is damaged: it was cut, changed or put in another order"
        case .library: "the cryptographic library failed, for want of memory as a rule"
        }
    }
}
