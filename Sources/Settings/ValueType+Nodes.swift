import Yams

extension ValueType {
    /// `database.password` and its like: the value is not read, so that no message can hold it.
    static func refusal(of name: String) -> Complaint {
        Complaint(
            kind: .plainSecret, wrong: "would put a secret into this file",
            right: "Name an environment variable with \(name)_env or a file with \(name)_file instead")
    }

    /// The text of a scalar.
    static func scalar(_ node: Node, right: String) throws(Complaint) -> String {
        switch node {
        case .scalar(let scalar): return scalar.string
        case .mapping: throw .wrongType("holds keys where one value belongs", right)
        case .sequence: throw .wrongType("is a list where one value belongs", right)
        case .alias: throw .wrongType("is an alias", right)
        }
    }

    /// Written without quotes, so that YAML may see a number or truth value in it.
    static func isPlain(_ node: Node) -> Bool { node.scalar?.style == .plain }

    /// Nothing, `~` or `null`, without quotes.
    static func isNull(_ node: Node) -> Bool {
        isPlain(node) && ["", "~", "null", "Null", "NULL"].contains(node.scalar?.string)
    }

    /// A decimal integer. Other YAML forms (`0x1F`, `1_000`, `010`) mean different things to different readers.
    static func decimal(_ text: String) -> Int? {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return digits.hasPrefix("0") && digits.count > 1 ? nil : Int(text)
    }

    static func isVariable(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        func isLetter(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
        }
        return isLetter(first)
            && text.utf8.allSatisfy { isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// Without parts that a URL's path would swallow.
    static func isKeyPrefix(_ text: String) -> Bool {
        text.count <= keyPrefixLimit
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./".contains($0)) }
            && !text.split(separator: "/", omittingEmptySubsequences: false).dropLast().contains {
                ["", ".", ".."].contains($0)
            }
    }

    static func integers(_ node: Node, _ range: ClosedRange<Int>, atMost most: Int) throws(Complaint) -> Value {
        let right = "Write a list such as [100, 1000] of whole numbers from \(range.lowerBound) to \(range.upperBound)"
        guard let sequence = node.sequence else { throw .wrongType("is no list", right) }
        guard sequence.count <= most else {
            throw .outOfRange("has \(sequence.count) numbers", "Write at most \(most)")
        }
        var result: [Int] = []
        for element in sequence {
            let text = try scalar(element, right: right)
            guard isPlain(element), let value = decimal(text) else {
                throw .wrongType("holds \(Complaint.shown(text))", right)
            }
            guard range.contains(value) else { throw .outOfRange("holds \(value)", right) }
            guard result.last.map({ $0 < value }) ?? true else {
                throw .outOfRange("has \(value) after \(result.last ?? value)", "Write them ascending, each once")
            }
            result.append(value)
        }
        return .integers(result)
    }

    /// Values are not shown: one may be a secret that was meant to stand elsewhere.
    static func variables(_ node: Node, atMost most: Int) throws(Complaint) -> Value {
        .variables(
            try named(
                node, atMost: most, "name of an environment variable", isRight: isVariable,
                right: "Write headers with names of environment variables, such as {X-Session-Token: SIM_TOKEN}"))
    }

    /// The same with files.
    static func files(_ node: Node, atMost most: Int) throws(Complaint) -> Value {
        .files(
            try named(
                node, atMost: most, "path of a file", isRight: { $0.contains("/") && !$0.hasPrefix("~") },
                right: "Write headers with paths of files, such as {Authorization: /etc/borderline/purge-token}"))
    }

    private static func named(
        _ node: Node, atMost most: Int, _ kind: String, isRight: (String) -> Bool, right: String
    ) throws(Complaint) -> [String: String] {
        guard let mapping = node.mapping else { throw .wrongType("holds no headers", right) }
        guard mapping.count <= most else {
            throw .outOfRange("has \(mapping.count) headers", "Write at most \(most)")
        }
        var result: [String: String] = [:]
        for (key, value) in mapping {
            let header = try scalar(key, right: right)
            guard isHeaderName(header) else { throw .wrongType("has a header that is no name of one", right) }
            guard !result.keys.contains(where: { $0.lowercased() == header.lowercased() }) else {
                throw Complaint(
                    kind: .duplicateKey, wrong: "has the header \(header) twice", right: "Keep one of them")
            }
            guard case .scalar(let name) = value, isRight(name.string) else {
                throw .wrongType("has no \(kind) at \(header)", right)
            }
            result[header] = name.string
        }
        return result
    }

    /// A token of RFC 9110, 5.6.2.
    static func isHeaderName(_ text: String) -> Bool {
        !text.isEmpty
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "!#$%&'*+-.^_`|~".contains($0)) }
    }
}
