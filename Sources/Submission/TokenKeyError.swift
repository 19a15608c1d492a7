/// A key that tokens cannot be checked or made with.
package enum TokenKeyError: Error, Hashable, Sendable, CustomStringConvertible {
    case tooShort(id: String)
    case unreadable(id: String, algorithm: TokenAlgorithm)
    case cannotSign(id: String)

    package var description: String {
        switch self {
        case .tooShort(let id):
            """
            the secret of the key \(id) has less than \(TokenKey.leastSecretBytes) bytes: make one by \
            `openssl rand -hex 32`
            """
        case .unreadable(let id, let algorithm): "the key \(id) is no key for \(algorithm.rawValue) in PEM form"
        case .cannotSign(let id): "the key \(id) is there to check tokens and not to make them: give its private key"
        }
    }
}
