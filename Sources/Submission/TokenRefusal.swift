/// Why a token does not say who asks.
enum TokenRefusal: String, Error, Hashable, Sendable, CaseIterable {
    case missing = "a token is needed: send Authorization: Bearer and the token"
    case malformed = "the token is no JWT of this kind"
    case unknownKey = "the token names no key of this server"
    case wrongAlgorithm = "the token is signed by another algorithm than its key's"
    case wrongSignature = "the token's signature is wrong"
    case expired = "the token has expired"
    case notYetValid = "the token is not valid yet"
    case wrongIssuer = "the token is of another issuer"
    case wrongAudience = "the token is for another audience"
    case wrongSubject = "the token's subject is missing or too long"
}
