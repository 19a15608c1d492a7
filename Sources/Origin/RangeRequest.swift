import NIOHTTP1

/// The fields `Range` and `If-Range` of a request, RFC 9110, 14.2 and 13.1.5.
struct RangeRequest: Equatable {
    enum Part: Equatable {
        /// No part was asked for, or it is not one that is answered: the whole is sent.
        case whole
        /// Bytes of the file; not empty.
        case bytes(Range<Int>)
        /// Beyond the end of the file: 416.
        case unsatisfiable
    }

    private let range: String?
    private let ifRange: String?

    init(_ fields: HTTPHeaders) {
        let ranges = fields["Range"]
        // Of two fields neither is more right than the other.
        range = ranges.count == 1 ? ranges[0] : nil
        ifRange = fields.first(name: "If-Range")
    }

    /// - Parameters:
    ///   - tag: strong, with its quotes.
    ///   - now: Unix seconds.
    func part(size: Int, tag: String, modifiedSeconds: Int64, now: Int64) -> Part {
        guard let range, isOfThisVersion(tag: tag, modifiedSeconds: modifiedSeconds, now: now) else { return .whole }
        return Self.part(range, size: size)
    }

    private func isOfThisVersion(tag: String, modifiedSeconds: Int64, now: Int64) -> Bool {
        guard let ifRange else { return true }
        if ifRange.contains("\"") { return Substring(ifRange).trimmed == tag }
        // A date is as good as a tag only where the file was not written within the second it is sent in.
        return HTTPDate.unixSeconds(ifRange, now: now) == modifiedSeconds && modifiedSeconds < now
    }

    /// One part alone: several would be an answer of another form, which nobody asks of such files.
    private static func part(_ field: String, size: Int) -> Part {
        let words = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(\.trimmed)
        guard words.count == 2, words[0].lowercased() == "bytes", !words[1].contains(",") else { return .whole }
        let ends = words[1].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map(\.trimmed)
        guard ends.count == 2, ends.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }) else { return .whole }
        switch (number(ends[0]), number(ends[1])) {
        case (nil, nil): return .whole
        case (nil, let length?):
            return length == 0 || size == 0 ? .unsatisfiable : .bytes(max(0, size - length)..<size)
        case (let first?, let last):
            if let last, last < first { return .whole }
            guard first < size else { return .unsatisfiable }
            return .bytes(first..<(min(last ?? size, size - 1) + 1))
        }
    }

    /// Nil for no digits; what is larger than any file is the largest number.
    private static func number(_ digits: Substring) -> Int? { digits.isEmpty ? nil : Int(digits) ?? .max }
}
