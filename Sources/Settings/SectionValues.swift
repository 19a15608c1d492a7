import Rankings

/// The values of one section: what the file gave, else the default of the table.
///
/// Where a value that must be given is missing, the getters answer with an empty one: the problem is reported already,
/// and no configuration is made.
struct SectionValues {
    let read: ReadValues
    /// `games[0]`; empty for the top.
    let path: String
    /// `games[]`
    let tablePath: String

    init(_ read: ReadValues, _ tablePath: String, path: String? = nil) {
        self.read = read
        self.tablePath = tablePath
        self.path = path ?? tablePath
    }

    /// What the file gave; nil where it gave nothing.
    func given(_ name: String) -> ReadValues.Located? { read.values[Self.join(path, name)] }

    /// Whether the file has this section without the key: what is no section, or has a value that was refused, is
    /// reported already.
    func lacks(_ name: String) -> Bool { read.sections[path] != nil && !read.keys.contains(key(name)) }

    /// The full key of a name in this section.
    func key(_ name: String) -> String { Self.join(path, name) }

    func optionalText(_ name: String) -> String? {
        if case .text(let text)? = value(name) { text } else { nil }
    }

    func text(_ name: String) -> String { optionalText(name) ?? "" }

    func integer(_ name: String) -> Int {
        if case .integer(let integer)? = value(name) { integer } else { 0 }
    }

    func optionalInteger(_ name: String) -> Int? {
        if case .integer(let integer)? = value(name) { integer } else { nil }
    }

    func number(_ name: String) -> Double {
        if case .number(let number)? = value(name) { number } else { 0 }
    }

    func optionalBoolean(_ name: String) -> Bool? {
        if case .boolean(let boolean)? = value(name) { boolean } else { nil }
    }

    func duration(_ name: String) -> Duration {
        if case .duration(let duration)? = value(name) { duration } else { .zero }
    }

    /// Nil where it was left out, and for a retention that is for ever.
    func optionalDuration(_ name: String) -> Duration? {
        if case .duration(let duration)? = value(name) { duration } else { nil }
    }

    func optionalInstant(_ name: String) -> Instant? {
        if case .instant(let instant)? = value(name) { instant } else { nil }
    }

    func headers(_ name: String) -> [String: String] {
        if case .headers(let headers)? = value(name) { headers } else { [:] }
    }

    func integers(_ name: String) -> [Int] {
        if case .integers(let integers)? = value(name) { integers } else { [] }
    }

    func variables(_ name: String) -> [String: String] {
        if case .variables(let variables)? = value(name) { variables } else { [:] }
    }

    func files(_ name: String) -> [String: String] {
        if case .files(let files)? = value(name) { files } else { [:] }
    }

    func choice<Choice: RawRepresentable>(_ name: String, else fallback: Choice) -> Choice
    where Choice.RawValue == String {
        optionalText(name).flatMap(Choice.init) ?? fallback
    }

    private func value(_ name: String) -> Value? { given(name)?.value ?? standard(name) }

    private func standard(_ name: String) -> Value? {
        let full = Self.join(tablePath, name)
        guard let key = ConfigurationKey.all.first(where: { $0.path == full }) else {
            preconditionFailure("no key \(full) in the table")
        }
        return key.standardValue
    }

    private static func join(_ path: String, _ name: String) -> String { path.isEmpty ? name : path + "." + name }
}
