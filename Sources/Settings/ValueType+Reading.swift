import Rankings
import Yams

extension ValueType {
    /// The value a node of the file holds. The node is not null.
    func read(_ node: Node) throws(Complaint) -> Value {
        switch self {
        case .integers(let range, let most): try Self.integers(node, range, atMost: most)
        case .variables(let most): try Self.variables(node, atMost: most)
        case .files(let most): try Self.files(node, atMost: most)
        case .headers(let most): try Self.headers(node, atMost: most)
        case .refusedSecret: preconditionFailure("a refused secret is not read")
        default: try read(scalar: Self.scalar(node, right: advice), isPlain: Self.isPlain(node))
        }
    }

    /// What to write, as a sentence.
    private var advice: String {
        switch self {
        case .text(let range): "Write text of \(range.lowerBound) to \(range.upperBound) characters"
        case .path: "Write the path of a file or directory"
        case .url: "Write an address such as https://host:port/path, without user, query or fragment"
        case .id(let range):
            "Write \(range.lowerBound) to \(range.upperBound) of a–z, 0–9, -, _ and . that start with a letter or digit"
        case .keyPrefix: "Write at most \(Self.keyPrefixLimit) letters, digits, -, _, . and /, such as production/"
        case .integer(let range): "Write a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number(let range): "Write a number from \(range.lowerBound) to \(range.upperBound)"
        case .boolean: "Write true or false"
        case .duration, .wholeMinutes: DurationText.advice
        case .cadence: "Write " + Self.cadences.map { DurationText.text(.minutes($0)) }.joined(separator: ", ")
        case .retention: "Write forever, or a whole number of days such as 400d"
        case .size: SizeText.advice
        case .choice(let words): "Write " + words.joined(separator: ", ")
        case .instant: "Write a time with its zone, such as 2026-11-20T06:00:00Z"
        case .template(let names):
            "Write a path such as /events" + (names.isEmpty ? "" : "/{event}, with no placeholder but ")
                + names.map { "{\($0)}" }.joined(separator: ", ")
        case .dotted: "Write keys and places in lists with dots between them, such as data.rows.0"
        case .variable: "Write the name of an environment variable: letters, digits and _, no digit first"
        case .addressTemplate(let names):
            "Write an address such as https://cdn.example/purge{path}, or {url}, with no placeholder but "
                + names.map { "{\($0)}" }.joined(separator: ", ")
        case .integers, .variables, .files, .headers, .refusedSecret: ""
        }
    }

    /// What keeps for ever.
    private static let forever = "forever"

    /// The minutes that divide an hour.
    private static let cadences = (1...60).filter { 60 % $0 == 0 }

    private func read(scalar text: String, isPlain: Bool) throws(Complaint) -> Value {
        switch self {
        case .text(let range):
            try check(range.contains(text.count), .outOfRange("has \(text.count) characters", advice))
            return .text(text)
        case .path:
            try check(!text.isEmpty && !text.contains("\0"), .wrongType("is no path", advice))
            try check(
                !text.hasPrefix("~"), .wrongType("starts with ~, which is not expanded", "Write the whole path"))
            return .text(text)
        case .url: return .text(try WebAddress.normalized(text, advice: advice))
        case .id(let range):
            let isID = PathComponent.isSafe(text) && range.contains(text.count)
            try check(isID, .outOfRange("is \(Complaint.shown(text))", advice))
            return .text(text)
        case .keyPrefix:
            try check(Self.isKeyPrefix(text), .outOfRange("is \(Complaint.shown(text))", advice))
            return .text(text)
        case .boolean:
            try check(isPlain && ["true", "false"].contains(text), wrongType(text))
            return .boolean(text == "true")
        case .choice(let words):
            try check(words.contains(text), .outOfRange("is \(Complaint.shown(text))", advice))
            return .text(text)
        case .variable:
            try check(Self.isVariable(text), .wrongType("is no name of an environment variable", advice))
            return .text(text)
        case .retention where text == Self.forever: return .text(text)
        case .integer, .number, .duration, .wholeMinutes, .cadence, .retention, .size:
            return try readQuantity(text, isPlain: isPlain)
        case .instant:
            guard text.contains("T"), let instant = Instant(text) else { throw wrongType(text) }
            return .instant(instant)
        case .template(let names):
            try check(Self.isTemplate(text, names: names), wrongType(text))
            return .text(text)
        case .dotted:
            try check(Self.isDotted(text), wrongType(text))
            return .text(text)
        case .addressTemplate(let names):
            // Not shown: it may hold a secret that belongs into a header.
            try check(Self.isAddressTemplate(text, names: names), .wrongType("is no such address", advice))
            return .text(text)
        case .integers, .variables, .files, .headers, .refusedSecret: preconditionFailure("not a scalar")
        }
    }

    private func readQuantity(_ text: String, isPlain: Bool) throws(Complaint) -> Value {
        switch self {
        case .integer(let range):
            guard isPlain, let value = Self.decimal(text) else { throw wrongType(text) }
            try inRange(value, range, shown: String.init, right: advice)
            return .integer(value)
        case .number(let range):
            guard isPlain, text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }),
                let value = Double(text)
            else { throw wrongType(text) }
            try inRange(value, range, shown: { String($0) }, right: advice)
            return .number(value)
        case .duration(let range):
            guard let value = DurationText.duration(text) else { throw wrongType(text) }
            try inRange(value, range, shown: DurationText.text)
            return .duration(value)
        case .wholeMinutes(let range):
            guard let value = DurationText.duration(text) else { throw wrongType(text) }
            try inRange(value, .minutes(range.lowerBound)...(.minutes(range.upperBound)), shown: DurationText.text)
            let isWhole = value == .minutes(Int(value / .seconds(60)))
            try check(
                isWhole, .outOfRange("is \(text), no whole number of minutes", "Write whole minutes, such as 15m"))
            return .duration(value)
        case .cadence:
            guard let value = DurationText.duration(text) else { throw wrongType(text) }
            let divides = Self.cadences.contains { value == .minutes($0) }
            try check(divides, .outOfRange("is \(text), which does not divide an hour into whole minutes", advice))
            return .duration(value)
        case .retention(let range):
            guard let value = DurationText.duration(text), value == .hours(24 * Int(value / .hours(24))) else {
                throw wrongType(text)
            }
            try inRange(
                value, .hours(24 * range.lowerBound)...(.hours(24 * range.upperBound)), shown: DurationText.text)
            return .duration(value)
        case .size(let range):
            guard let value = SizeText.bytes(text) else { throw wrongType(text) }
            try inRange(value, range, shown: SizeText.text)
            return .integer(value)
        default: preconditionFailure("not a quantity")
        }
    }

    private func wrongType(_ text: String) -> Complaint { .wrongType("is \(Complaint.shown(text))", advice) }

    private func check(_ isRight: Bool, _ complaint: @autoclosure () -> Complaint) throws(Complaint) {
        if !isRight { throw complaint() }
    }

    private func inRange<Quantity: Comparable>(
        _ value: Quantity, _ range: ClosedRange<Quantity>, shown: (Quantity) -> String, right: String? = nil
    ) throws(Complaint) {
        let right = right ?? "Write \(shown(range.lowerBound)) to \(shown(range.upperBound))"
        try check(
            value >= range.lowerBound,
            .outOfRange("is \(shown(value)), less than \(shown(range.lowerBound))", right))
        try check(
            value <= range.upperBound,
            .outOfRange("is \(shown(value)), more than \(shown(range.upperBound))", right))
    }
}
