import MessagePack

/// How a server writes its bodies.
package enum BodyFormat: Sendable {
    case json
    /// MessagePack, encrypted.
    case sealed(BodyCipher)

    /// - Throws: `UpstreamError.malformed` with the place; it never quotes the body.
    func decode<Body: Decodable>(_ type: Body.Type, from bytes: [UInt8]) throws(UpstreamError) -> Body {
        switch self {
        case .json: return try Crawler.decode(type, from: bytes)
        case .sealed(let cipher):
            let opened = try cipher.opened(bytes)
            do {
                return try MessagePackDecoder.decode(type, from: opened)
            } catch let error as DecodingError {
                throw .malformed(error.place)
            } catch {
                throw .malformed("\(error)")
            }
        }
    }
}
