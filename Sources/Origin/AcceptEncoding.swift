/// Which codings a client takes: the field `Accept-Encoding`, RFC 9110, 12.5.3.
struct AcceptEncoding: Equatable {
    /// In thousandths; 0 is not acceptable.
    private let weights: CodingTable<Double>

    /// - Parameter field: all values of the field, joined by commas; nil where the client sent none, and then anything
    ///   may be sent, but only `identity` is safe with clients that are so simple.
    init(_ field: String?) {
        var weights: [String: Int] = [:]
        for member in (field ?? "").split(separator: ",").prefix(Self.mostMembers) {
            let parts = member.split(separator: ";", omittingEmptySubsequences: false).map(\.trimmed)
            guard let name = parts.first?.lowercased(), !name.isEmpty else { continue }
            guard let weight = Self.weight(parts.dropFirst()) else { continue }
            weights[name == "x-gzip" ? "gzip" : name] = weight
        }
        var table = CodingTable<Double>()
        for coding in ContentCoding.allCases {
            let unnamed = coding == .identity ? Self.unnamedIdentity : 0
            // `*` is any coding not named.
            table[coding] = (weights[coding.name] ?? weights["*"]).map(Double.init) ?? unnamed
        }
        self.weights = table
    }

    /// More is no preference but an attack.
    private static let mostMembers = 32
    /// What `identity` weighs where it is not named: acceptable, but less than anything that is.
    private static let unnamedIdentity = 0.5

    /// The best of the codings there are; nil where none is acceptable, not even `identity`.
    func choose(from available: Set<ContentCoding>) -> ContentCoding? {
        var best: (coding: ContentCoding, weight: Double)?
        for coding in ContentCoding.allCases where available.contains(coding) {
            // Of equals the first stays.
            if let weight = weights[coding], weight > best?.weight ?? 0 { best = (coding, weight) }
        }
        return best?.coding
    }

    /// Thousandths; 1000 where there is no weight, nil where it is malformed.
    private static func weight(_ parameters: ArraySlice<Substring>) -> Int? {
        guard let parameter = parameters.first else { return 1000 }
        let parts = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(\.trimmed)
        guard parameters.count == 1, parts.count == 2, parts[0].lowercased() == "q" else { return nil }
        let digits = parts[1].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = digits.first, whole == "0" || whole == "1" else { return nil }
        let fraction = digits.count == 2 ? digits[1] : ""
        guard fraction.count <= 3, fraction.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        let thousandths = Int(fraction + String(repeating: "0", count: 3 - fraction.count)) ?? 0
        let weight = (whole == "1" ? 1000 : 0) + thousandths
        return weight <= 1000 ? weight : nil
    }
}

extension Substring {
    /// Without spaces and tabs at its ends, the optional whitespace of HTTP fields.
    var trimmed: Substring {
        func isSpace(_ character: Character) -> Bool { character == " " || character == "\t" }
        var result = drop(while: isSpace)
        while let last = result.last, isSpace(last) { result.removeLast() }
        return result
    }
}
