import Foundation
import HTTPTypes
import Rankings
import RawStructuredFieldValues

/// A request's signature and what it covers, as its fields say (RFC 9421, sections 2 and 4).
struct RequestSignature: Sendable {
    /// The field that says that there is one.
    static let inputField = HTTPField.Name("Signature-Input")!  // has the letters of a name
    private static let signatureField = HTTPField.Name("Signature")!  // it, too
    static let nonceBytes = 16...128
    private static let mostComponents = 32

    /// Names of fields in lower case, and names with `@` of what is no field; each once.
    let components: [String]
    /// Components and parameters as they are signed themselves.
    let parameters: String
    let created: Instant
    let expires: Instant?
    let nonce: String
    let keyID: String
    let algorithm: String?
    let bytes: [UInt8]

    init(_ fields: HTTPFields) throws(SignatureRefusal) {
        guard let (label, input) = Self.only(fields[Self.inputField]), case .innerList(let list) = input,
            let (other, signature) = Self.only(fields[Self.signatureField]), label == other,
            case .item(let item) = signature, case .undecodedByteSequence(let base64) = item.rfc9651BareItem,
            let bytes = Data(base64Encoded: base64)
        else { throw .malformed }
        self.bytes = Array(bytes)
        components = try Self.components(of: list)
        var serializer = StructuredFieldValueSerializer()
        guard let text = try? serializer.writeListFieldValue([.innerList(list)])  // what was read can be written
        else { throw .malformed }
        parameters = String(decoding: text, as: UTF8.self)
        let given = list.rfc9651Parameters
        guard case .integer(let created)? = given["created"], case .string(let keyID)? = given["keyid"],
            case .string(let nonce)? = given["nonce"], Self.nonceBytes.contains(nonce.utf8.count),
            let createdAt = Self.instant(created)
        else { throw .parameters }
        self.created = createdAt
        self.keyID = keyID
        self.nonce = nonce
        switch given["expires"] {
        case nil: expires = nil
        case .integer(let seconds)?:
            guard let instant = Self.instant(seconds) else { throw .parameters }
            expires = instant
        default: throw .parameters
        }
        switch given["alg"] {
        case nil: algorithm = nil
        case .string(let name)?: algorithm = name
        default: throw .parameters
        }
    }

    /// The one entry of a dictionary; nil where there are others or none.
    private static func only(_ text: String?) -> (label: String, value: ItemOrInnerList)? {
        guard let text else { return nil }
        var parser = StructuredFieldValueParser(Array(text.utf8))
        guard let entries = try? parser.parseDictionaryFieldValue(), entries.count == 1  // what cannot be read is none
        else { return nil }
        return entries.first
    }

    private static func components(of list: InnerList) throws(SignatureRefusal) -> [String] {
        var names: [String] = []
        for item in list.bareInnerList {
            guard case .string(let name) = item.rfc9651BareItem, item.rfc9651Parameters.count == 0,
                names.count < mostComponents, !names.contains(name)
            else { throw .unknownComponent }
            names.append(name)
        }
        return names
    }

    /// Of years that clocks show; nil for others.
    private static func instant(_ unixSeconds: Int64) -> Instant? {
        (0..<253_402_300_800).contains(unixSeconds) ? Instant(unixSeconds: unixSeconds) : nil
    }

    /// What is signed of a request (section 2.5).
    func base(of request: HTTPRequest) throws(SignatureRefusal) -> [UInt8] {
        try Self.base(of: components, parameters: parameters, request)
    }

    static func base(
        of components: [String], parameters: String, _ request: HTTPRequest
    ) throws(SignatureRefusal) -> [UInt8] {
        var lines: [String] = []
        for name in components {
            guard let value = value(of: name, in: request) else { throw .unknownComponent }
            lines.append("\"\(name)\": \(value)")
        }
        lines.append("\"@signature-params\": \(parameters)")
        return Array(lines.joined(separator: "\n").utf8)
    }

    private static func value(of name: String, in request: HTTPRequest) -> String? {
        let target = request.path ?? ""
        let path = target.prefix { $0 != "?" }
        switch name {
        case "@method": return request.method.rawValue
        case "@path": return path.isEmpty ? "/" : String(path)
        case "@query": return path.utf8.count == target.utf8.count ? "?" : String(target.dropFirst(path.count))
        case "@authority": return request.authority?.lowercased()
        default:
            guard !name.hasPrefix("@"), name == name.lowercased(), let field = HTTPField.Name(name) else { return nil }
            return request.headerFields[field]
        }
    }
}
