import FoundationEssentials

/// Decodes a JSON body, ill-formed Unicode as U+FFFD; the error names the place and never quotes the body.
func decode<Body: Decodable>(_ type: Body.Type, from bytes: [UInt8]) throws(UpstreamError) -> Body {
    do {
        return try JSONDecoder().decode(type, from: Data(UnicodeRepair.repaired(bytes)))
    } catch let error as DecodingError {
        throw .malformed(error.place)
    } catch {
        throw .malformed("not JSON")
    }
}

extension DecodingError {
    /// The path into the document and what is wrong there.
    var place: String {
        func path(_ context: Context) -> String {
            let keys = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }
            return keys.isEmpty ? "the document" : keys.joined()
        }
        switch self {
        case .typeMismatch(_, let context): return "\(path(context)) has another type"
        case .valueNotFound(_, let context): return "\(path(context)) is null"
        case .keyNotFound(let key, let context): return "\(path(context)) lacks \(key.stringValue)"
        case .dataCorrupted(let context): return context.codingPath.isEmpty ? "not JSON" : "\(path(context)) is corrupt"
        @unknown default: return "not understood"
        }
    }
}
