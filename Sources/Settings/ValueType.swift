import Rankings

/// What a key takes.
enum ValueType: Hashable {
    /// With the least and greatest number of characters.
    case text(ClosedRange<Int>)
    /// A file or directory; relative ones start at the file's folder.
    case path
    /// `http` or `https`, with a host.
    case url
    /// One component of a published path, with the least and greatest number of characters.
    case id(ClosedRange<Int>)
    /// What the keys of objects in a bucket begin with; may be empty.
    case keyPrefix
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    case boolean
    case duration(ClosedRange<Duration>)
    /// A duration of whole minutes, in minutes.
    case wholeMinutes(ClosedRange<Int>)
    /// A duration of whole minutes that divides an hour.
    case cadence
    /// A duration of whole days, in days, or `forever`.
    case retention(ClosedRange<Int>)
    /// Bytes.
    case size(ClosedRange<Int>)
    case choice([String])
    /// RFC 3339 with a zone.
    case instant
    /// The path of a request, with placeholders of these names in braces.
    case template([String])
    /// A way into a JSON document.
    case dotted
    /// The name of an environment variable.
    case variable
    /// Ascending, each once.
    case integers(ClosedRange<Int>, atMost: Int)
    /// Header names, each with the name of an environment variable.
    case variables(atMost: Int)
    /// Header names, each with the path of a file.
    case files(atMost: Int)
    /// An address with placeholders of these names in braces, or one that is such a placeholder.
    case addressTemplate([String])
    /// Header names, each with its value.
    case headers(atMost: Int)
    /// A secret that must not be written into the file.
    case refusedSecret
}

extension ValueType {
    /// Characters of a prefix: far below the 1,024 a key may have.
    static let keyPrefixLimit = 200
    /// Characters of a path in a request: servers take about 8,000.
    static let templateLimit = 500
    /// Characters of a way into a document.
    static let dottedLimit = 200
    /// Characters of a header's value.
    static let headerLimit = 500
}

extension ValueType: CustomStringConvertible {
    /// A few words for the reference page.
    var description: String {
        switch self {
        case .text(let range): "text of \(range.lowerBound) to \(range.upperBound) characters"
        case .path: "path"
        case .url: "http or https address"
        case .id(let range): "\(range.lowerBound) to \(range.upperBound) of a–z, 0–9, `-`, `_`, `.`"
        case .keyPrefix: "at most \(ValueType.keyPrefixLimit) of a–z, A–Z, 0–9, `-`, `_`, `.`, `/`"
        case .integer(let range): "whole number, \(range.lowerBound) to \(range.upperBound)"
        case .number(let range): "number, \(range.lowerBound) to \(range.upperBound)"
        case .boolean: "true or false"
        case .duration(let range):
            "duration, \(DurationText.text(range.lowerBound)) to \(DurationText.text(range.upperBound))"
        case .wholeMinutes(let range):
            "duration of whole minutes, \(DurationText.text(.minutes(range.lowerBound))) to "
                + DurationText.text(.minutes(range.upperBound))
        case .retention(let range): "`forever`, or \(range.lowerBound)d to \(range.upperBound)d"
        case .cadence: "duration of whole minutes that divides an hour"
        case .size(let range): "size, \(SizeText.text(range.lowerBound)) to \(SizeText.text(range.upperBound))"
        case .choice(let words): words.count == 1 ? "`\(words[0])`" : words.map { "`\($0)`" }.joined(separator: ", ")
        case .instant: "RFC 3339 time with its zone"
        case .template(let names):
            names.isEmpty ? "path" : "path with " + names.map { "`{\($0)}`" }.joined(separator: ", ")
        case .dotted: "keys and places with dots between them"
        case .variable: "name of an environment variable"
        case .integers(let range, let most):
            "list of at most \(most) whole numbers, \(range.lowerBound) to \(range.upperBound), ascending"
        case .variables(let most): "at most \(most) headers, each with the name of an environment variable"
        case .files(let most): "at most \(most) headers, each with the path of a file"
        case .addressTemplate(let names): "address with " + names.map { "`{\($0)}`" }.joined(separator: ", ")
        case .headers(let most): "at most \(most) headers with their values"
        case .refusedSecret: "nothing"
        }
    }
}
