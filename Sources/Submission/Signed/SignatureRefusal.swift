/// Why a signature does not vouch for a request.
enum SignatureRefusal: String, Error, Hashable, Sendable, CaseIterable {
    case beside = "a request has a token or a signature, not both"
    case malformed = "Signature-Input and Signature are one signature of the same label, as RFC 9421 writes them"
    case parameters = "the signature's parameters are created, keyid and nonce (16 to 128 bytes), maybe expires and alg"
    case unknownComponent = """
        a signature covers @method, @path, @query, @authority and fields that are there, each once and without \
        parameters
        """
    case uncovered = """
        the signature covers @method, @path, score-user, @query where there is one, and content-digest and \
        content-type where there is a body
        """
    case unknownKey = "the signature names no key of a server"
    case wrongAlgorithm = "servers sign by hmac-sha256"
    case wrongTime = "the signature was made at another time than now: set the server's clock"
    case wrongSignature = "the signature is not of this request, or by another key"
    case usedNonce = "the signature's nonce was used before: each request has its own"
    case malformedUser = """
        Score-User is a byte sequence of JSON, {"id", "name"?, "avatar"?, "groups"?}, with an id of 1 to 128 bytes
        """
    case malformedDigest = "Content-Digest has the body's sha-256, as RFC 9530 writes it"
    case otherBody = "the body is not what Content-Digest says"
}
