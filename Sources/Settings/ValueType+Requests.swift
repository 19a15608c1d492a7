import Yams

/// What describes an upstream's requests.
extension ValueType {
    /// Parts of the names of headers whose values are secret as a rule.
    private static let secretWords = ["authorization", "cookie", "token", "secret", "password", "api-key", "apikey"]

    /// A path of visible ASCII from a slash on, whose braces hold names of the list alone.
    static func isTemplate(_ text: String, names: [String]) -> Bool {
        guard text.hasPrefix("/"), text.utf8.count <= templateLimit,
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return false }
        var bare = text
        for name in names { bare = bare.replacing("{\(name)}", with: "") }
        return !bare.contains { "{}#".contains($0) }
    }

    /// An address of visible ASCII whose braces hold names of the list alone, or one that is such a name itself.
    static func isAddressTemplate(_ text: String, names: [String]) -> Bool {
        guard text.utf8.count <= templateLimit, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return false
        }
        var bare = text
        for name in names { bare = bare.replacing("{\(name)}", with: "") }
        if bare.isEmpty { return true }
        guard !bare.contains(where: { "{}#@".contains($0) }) else { return false }
        return bare.hasPrefix("https://") || bare.hasPrefix("http://")
    }

    static func isDotted(_ text: String) -> Bool {
        text.utf8.count <= dottedLimit
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
    }

    /// Values are not shown: one may be a secret that does not belong here.
    static func headers(_ node: Node, atMost most: Int) throws(Complaint) -> Value {
        let right = "Write headers with their values, such as {Accept: application/json}"
        guard let mapping = node.mapping else { throw .wrongType("holds no headers", right) }
        guard mapping.count <= most else {
            throw .outOfRange("has \(mapping.count) headers", "Write at most \(most)")
        }
        var result: [String: String] = [:]
        for (key, value) in mapping {
            let header = try scalar(key, right: right)
            guard isHeaderName(header) else { throw .wrongType("has a header that is no name of one", right) }
            let lowercased = header.lowercased()
            guard !result.keys.contains(where: { $0.lowercased() == lowercased }) else {
                throw Complaint(
                    kind: .duplicateKey, wrong: "has the header \(header) twice", right: "Keep one of them")
            }
            guard !secretWords.contains(where: lowercased.contains) else {
                throw Complaint(
                    kind: .plainSecret, wrong: "would put a secret into this file at \(header)",
                    right: "Name an environment variable for it in headers_env instead")
            }
            let text = try scalar(value, right: right)
            guard (1...headerLimit).contains(text.utf8.count), text.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
            else { throw .outOfRange("has no value of visible ASCII at \(header)", right) }
            result[header] = text
        }
        return .headers(result)
    }
}
