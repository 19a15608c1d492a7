import MessagePack

/// How a server writes its bodies.
package enum BodyFormat: Sendable {
    case json
    /// MessagePack, encrypted.
    case sealed(BodyCipher)

    /// The media type of a body.
    package var contentType: String {
        switch self {
        case .json: "application/json"
        case .sealed: "application/octet-stream"
        }
    }

    /// A JSON document as a body.
    ///
    /// - Throws: `UpstreamError.malformed` where it is none and would have to be written in another way.
    package func encode(json: [UInt8]) throws(UpstreamError) -> [UInt8] {
        switch self {
        case .json: json
        case .sealed(let cipher): try cipher.sealed(try JSONValue(document: json).messagePack.encoded)
        }
    }

    /// - Throws: `UpstreamError.malformed` with the place; it never quotes the body.
    package func decode<Body: Decodable>(_ type: Body.Type, from bytes: [UInt8]) throws(UpstreamError) -> Body {
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
